import { defineCommand, p1, p2 } from "./defineCommand.ts";
import { bank1Mask, handle } from "./paramTypes.ts";
import { opened, status } from "./resultTypes.ts";

/** Notifications: reports of level changes. */
export const notifyCommands = {
	openNotificationPipe: defineCommand({
		code: 18,
		mnemonic: "NO",
		access: "drive",
		summary: "Opens a notification that is read from a pipe on the Pi.",
		params: {},
		result: opened("notification"),
	}),
	beginNotification: defineCommand({
		code: 19,
		mnemonic: "NB",
		access: "drive",
		summary: "Reports changes of the given GPIOs from now on.",
		params: { handle: p1(handle("notification")), bits: p2(bank1Mask) },
		result: status,
	}),
	pauseNotification: defineCommand({
		code: 20,
		mnemonic: "NP",
		access: "drive",
		summary: "Pauses a notification.",
		params: { handle: p1(handle("notification")) },
		result: status,
	}),
	closeNotification: defineCommand({
		code: 21,
		mnemonic: "NC",
		access: "drive",
		summary: "Closes a notification.",
		params: { handle: p1(handle("notification")) },
		result: status,
		closes: "notification",
	}),
	openNotification: defineCommand({
		code: 99,
		mnemonic: "NOIB",
		access: "drive",
		summary: "Opens a notification whose reports arrive on this connection.",
		params: {},
		result: opened("notification"),
	}),
};

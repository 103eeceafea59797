import { defineCommand, p1, p2 } from "./defineCommand.ts";
import { eventMask, eventNumber, handle } from "./paramTypes.ts";
import { status } from "./resultTypes.ts";

/** Events: signals between clients. */
export const eventsCommands = {
	setEventMonitor: defineCommand({
		code: 115,
		mnemonic: "EVM",
		access: "drive",
		summary: "Reports the given events on a notification.",
		params: { handle: p1(handle("notification")), bits: p2(eventMask) },
		result: status,
	}),
	triggerEvent: defineCommand({
		code: 116,
		mnemonic: "EVT",
		access: "drive",
		summary: "Triggers an event.",
		params: { event: p1(eventNumber) },
		result: status,
	}),
};

import type { OpenHandle } from "@gpioscope/protocol";
import { notifications } from "@mantine/notifications";
import { showError } from "../../actions/showError.ts";
import { bridge } from "../../bridge/index.ts";
import { daemonStore } from "../../stores/daemonStore.ts";
import { noteAction } from "../../stores/uiStore.ts";
import { handleText } from "./holdingText.ts";

/** Has the bridge look at what is open in the daemon; what it finds is in the store. Never rejects. */
export async function inspectDaemon(): Promise<void> {
	try {
		const inspection = await bridge.inspectDaemon();
		daemonStore.setState({ inspection: { ...inspection, at: Date.now() } });
	} catch (error) {
		showError("Look for other handles", error);
	}
}

/** Closes handles that no session holds, says what became of it, and looks again. Never rejects. */
export async function freeHandles(handles: readonly OpenHandle[]): Promise<void> {
	noteAction();
	try {
		const { freed, kept } = await bridge.freeHandles(handles);
		if (freed.length > 0) notifications.show({ message: `Freed ${freed.map(handleText).join(", ")}.` });
		for (const { handle, reason } of kept) showError(`Free ${handleText(handle)}`, new Error(reason));
	} catch (error) {
		showError("Free handles", error);
	}
	await inspectDaemon();
}

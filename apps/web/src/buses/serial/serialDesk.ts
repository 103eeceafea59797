import { bridge } from "../../bridge/index.ts";
import { pinsStore } from "../../stores/pinsStore.ts";
import { noteAction } from "../../stores/uiStore.ts";
import { onLost } from "../holdings.ts";
import { onOutputLost } from "../outputLost.ts";
import { lineLog } from "./lineLog.ts";
import { openLine, SenderTaken, type SerialDaemon, type SerialLine } from "./SerialLine.ts";
import { addChunk, serialActivity } from "./serialActivity.ts";
import { lineProblem } from "./serialCalls.ts";
import { serialSettings } from "./serialSettings.ts";
import type { Chunk } from "./transcript.ts";

/** Milliseconds between two questions for what has come in: below what a person notices. */
const ASK_EVERY = 50;

const daemon: SerialDaemon = {
	call: (name, args) => bridge.call(name, args),
	createWave: (pulses) => bridge.createWave(pulses),
	wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
	modeOf: (gpio) => pinsStore.getState().pins[gpio]?.mode,
};

/** Opens the line as it is set up, and shows what comes in from then on. */
export async function openSerial(): Promise<void> {
	const settings = serialSettings.getState();
	const { open, isChanging } = serialActivity.getState();
	if (open !== undefined || isChanging || lineProblem(settings) !== undefined) return;
	noteAction();
	serialActivity.setState({ isChanging: true, error: undefined });
	try {
		const line = await openLine(settings, daemon);
		serialActivity.setState({ open: { line, settings } });
		if (line.canReceive) void listen(line);
	} catch (error) {
		serialActivity.setState({ error });
	} finally {
		serialActivity.setState({ isChanging: false });
	}
}

/** Closes the line. */
export async function closeSerial(): Promise<void> {
	const { open } = serialActivity.getState();
	if (open === undefined) return;
	noteAction();
	serialActivity.setState({ open: undefined, isChanging: true });
	try {
		await open.line.close();
	} catch (error) {
		serialActivity.setState({ error });
	} finally {
		serialActivity.setState({ isChanging: false });
	}
}

/** Sends characters; false when that failed, which is then said. */
export async function sendSerial(values: readonly number[]): Promise<boolean> {
	const { open, isSending } = serialActivity.getState();
	if (open === undefined || isSending || values.length === 0) return false;
	noteAction();
	serialActivity.setState({ isSending: true, error: undefined });
	try {
		await open.line.send(values, (part) => take({ direction: "sent", at: Date.now(), values: part }));
		return true;
	} catch (error) {
		serialActivity.setState({ error });
		return false;
	} finally {
		serialActivity.setState({ isSending: false });
	}
}

/** Asks for what has come in until the line is closed, or fails. */
async function listen(line: SerialLine): Promise<void> {
	const isOpen = (): boolean => serialActivity.getState().open?.line === line;
	while (isOpen()) {
		try {
			const { values, faults } = await line.receive();
			if (values.length > 0) take({ direction: "got", at: Date.now(), values }, faults);
		} catch (error) {
			if (isOpen()) serialActivity.setState({ open: undefined, error });
			return;
		}
		await daemon.wait(ASK_EVERY);
	}
}

function take(chunk: Chunk, faults = 0): void {
	addChunk(chunk, faults);
	lineLog.add(chunk);
}

onLost(
	() => serialActivity.getState().open?.line.held,
	() => serialActivity.setState({ open: undefined }),
);

onOutputLost(
	() => {
		const { open } = serialActivity.getState();
		return open?.line.canSend === true && open.settings.source === "gpio" ? open.settings.tx : undefined;
	},
	(tx) => {
		// What only sends is nothing but that output. What receives as well is still open.
		if (serialActivity.getState().open?.line.held === undefined) serialActivity.setState({ open: undefined });
		else serialActivity.setState({ error: new SenderTaken(tx) });
	},
);

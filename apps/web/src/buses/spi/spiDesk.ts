import { BridgeError, bridge } from "../../bridge/index.ts";
import { isArmed, noteAction, uiStore } from "../../stores/uiStore.ts";
import { readHex } from "../../widgets/hexBytes.ts";
import { beginWindow } from "../lineWindow.ts";
import { addExchange, type OpenSpi, spiActivity } from "./spiActivity.ts";
import { bytesProblem, closeCall, exchangeCall, openCall, setupProblem, tracedLines } from "./spiCalls.ts";
import { type SpiSetup, spiSettings } from "./spiSettings.ts";

/** What pigpiod answers when somebody else closed it. */
const closedNames: ReadonlySet<string> = new Set(["PI_BAD_HANDLE", "PI_NOT_SPI_GPIO"]);

/** Opens SPI as it is set up, unless that is open already; what was open in another way is closed first. */
async function ensureOpen(setup: SpiSetup): Promise<OpenSpi> {
	const { open } = spiActivity.getState();
	if (open !== undefined) {
		if (isSame(open.setup, setup)) return open;
		await close(open);
	}
	const call = openCall(setup);
	const answer = await bridge.call(call.name, call.args);
	const opened: OpenSpi = { id: setup.of === "bitBang" ? setup.cs : answer, setup };
	spiActivity.setState({ open: opened });
	return opened;
}

async function close({ id, setup }: OpenSpi): Promise<void> {
	const call = closeCall(setup, id);
	spiActivity.setState({ open: undefined });
	await bridge.call(call.name, call.args);
}

/** What would be sent to pigpiod is the same. */
function isSame(open: SpiSetup, setup: SpiSetup): boolean {
	return JSON.stringify(openCall(open)) === JSON.stringify(openCall(setup));
}

/** Does something with pigpiod, one at a time; false when it failed, which is then said. */
async function during(run: () => Promise<void>): Promise<boolean> {
	if (spiActivity.getState().isBusy) return false;
	noteAction();
	spiActivity.setState({ isBusy: true, error: undefined });
	try {
		await run();
		return true;
	} catch (error) {
		if (error instanceof BridgeError && closedNames.has(error.pigpioName ?? ""))
			spiActivity.setState({ open: undefined });
		spiActivity.setState({ error });
		return false;
	} finally {
		spiActivity.setState({ isBusy: false });
	}
}

/** Opens SPI, so that its lines are at rest as devices expect them. */
export async function openSpi(): Promise<void> {
	const { setup } = spiSettings.getState();
	if (setupProblem(setup) === undefined) await during(async () => void (await ensureOpen(setup)));
}

/** Closes SPI; the GPIOs get back the modes they had. */
export async function closeSpi(): Promise<void> {
	stopRepeating();
	const { open } = spiActivity.getState();
	if (open !== undefined) await during(() => close(open));
}

/** Moves the bytes that were typed, once; false when that failed. */
export async function exchange(): Promise<boolean> {
	const settings = spiSettings.getState();
	const { setup, verb, hex, count } = settings;
	const sent = verb === "read" ? new Uint8Array() : readHex(hex).bytes;
	if (sent === undefined || (setupProblem(setup) ?? bytesProblem(settings)) !== undefined) return false;
	return await during(async () => {
		const { id } = await ensureOpen(setup);
		const call = exchangeCall(setup, id, verb, sent, count);
		const at = Date.now();
		const endWindow = beginWindow(tracedLines(setup).map(({ gpio }) => gpio));
		const started = performance.now();
		const answer = await bridge.call(call.name, call.args);
		addExchange({
			call,
			sent: verb === "read" ? undefined : sent,
			received: answer instanceof Uint8Array ? answer : undefined,
			at,
			took: performance.now() - started,
			window: endWindow(),
		});
	});
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** Moves the bytes again and again, as they are typed then, until it fails, is stopped, or the page may only look. */
export function startRepeating(): void {
	if (spiActivity.getState().isRepeating) return;
	spiActivity.setState({ isRepeating: true });
	void round();
}

/** Ends a repetition. */
export function stopRepeating(): void {
	clearTimeout(timer);
	spiActivity.setState({ isRepeating: false });
}

async function round(): Promise<void> {
	const isDone = await exchange();
	if (!isDone) return stopRepeating();
	if (spiActivity.getState().isRepeating)
		timer = setTimeout(() => void round(), spiSettings.getState().everyMillis);
}

uiStore.subscribe((state, before) => {
	if (state.armedAt !== before.armedAt && !isArmed(state)) stopRepeating();
});

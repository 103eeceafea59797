import { capture, LIVE, showCapture } from "../../../bridge/index.ts";
import { addressStore } from "../../../stores/addressStore.ts";
import { styleGpio } from "../../../stores/namesStore.ts";
import { selectGpio, showView } from "../../../stores/uiStore.ts";
import type { TransactionResult } from "../state/i2cStore.ts";

/** Room left and right of what is shown, as a share of it. */
const MARGIN = 0.05;

/** Shows in the scope when a transaction was on its lines. */
export async function showInScope({ from, to, lines }: TransactionResult["window"]): Promise<void> {
	let range = { from, to };
	if (lines !== undefined) {
		const mask = ((1 << lines.sda) | (1 << lines.scl)) >>> 0;
		const first = await capture.nextEdge(mask, from);
		const last = await capture.previousEdge(mask, to);
		if (first !== undefined && last !== undefined && last > first) range = { from: first, to: last };
		for (const gpio of [lines.sda, lines.scl]) styleGpio(gpio, { hidden: false });
		selectGpio(lines.sda);
	}
	const room = (range.to - range.from) * MARGIN;
	showCapture(LIVE);
	addressStore.setState({
		asked: { capture: LIVE, time: { from: range.from - room, to: range.to + room } },
	});
	showView("scope");
}

import { openInScope } from "../../../actions/openInScope.ts";
import { capture } from "../../../bridge/index.ts";
import type { TransactionResult } from "../state/i2cStore.ts";

/** Room left and right of what is shown, as a share of it. */
const MARGIN = 0.05;

/** Shows in the scope when a transaction was on its lines. */
export async function showInScope({ from, to, lines }: TransactionResult["window"]): Promise<void> {
	let range = { from, to };
	const gpios = lines === undefined ? [] : [lines.sda, lines.scl];
	if (lines !== undefined) {
		const mask = ((1 << lines.sda) | (1 << lines.scl)) >>> 0;
		const first = await capture.nextEdge(mask, from);
		const last = await capture.previousEdge(mask, to);
		if (first !== undefined && last !== undefined && last > first) range = { from: first, to: last };
	}
	const room = (range.to - range.from) * MARGIN;
	openInScope({ from: range.from - room, to: range.to + room }, gpios);
}

import { LIVE, showCapture } from "../bridge/index.ts";
import { addressStore } from "../stores/addressStore.ts";
import { styleGpio } from "../stores/namesStore.ts";
import { selectGpio, showView } from "../stores/uiStore.ts";

/**
 * Shows a stretch of the live capture in the scope.
 *
 * @param time capture times at the edges, µs
 * @param gpios whose lanes come into sight, the first of them selected
 */
export function openInScope(
	time: { readonly from: number; readonly to: number },
	gpios: readonly number[] = [],
): void {
	for (const gpio of gpios) styleGpio(gpio, { hidden: false });
	if (gpios[0] !== undefined) selectGpio(gpios[0]);
	showCapture(LIVE);
	addressStore.setState({ asked: { capture: LIVE, time } });
	showView("scope");
}

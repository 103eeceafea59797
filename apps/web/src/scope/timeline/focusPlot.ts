/** Id of the traces, which take the keys. */
export const PLOT_ID = "scope-traces";

/** Leaves a field for the traces, so that keys act there; inside a sheet, which keeps the focus, only leaves the field. */
export function focusPlot(field: HTMLElement): void {
	const plot = document.getElementById(PLOT_ID);
	if (plot === null || field.closest("[role=dialog]") !== null) field.blur();
	else plot.focus({ preventScroll: true });
}

/** The tokens that canvases draw with, resolved to concrete values for the current scheme. */
export interface CanvasColors {
	readonly bg: string;
	readonly lane: string;
	readonly panel: string;
	readonly line: string;
	readonly line2: string;
	readonly t1: string;
	readonly t2: string;
	readonly t3: string;
	readonly acc: string;
	/** A selected area: the accent, nearly transparent. */
	readonly accWeak: string;
	readonly amb: string;
	readonly red: string;
	readonly gold: string;
	readonly blue: string;
	readonly green: string;
	readonly mred: string;
	readonly mark: string;
	readonly grid: string;
	readonly grid2: string;
	readonly hatch: string;
	readonly hatchBg: string;
	readonly range: string;
	/** Trace palette; index 0 is for buses, 1 to 8 for lanes in order. */
	readonly traces: readonly string[];
	/** Opacity of the area under a high level, 0 to 1. */
	readonly fill: number;
	/** Opacity of an activity block, 0 to 1. */
	readonly dense: number;
}

function read(): CanvasColors {
	const style = getComputedStyle(document.documentElement);
	const token = (name: string): string => resolved(style.getPropertyValue(name).trim());
	return {
		bg: token("--bg"),
		lane: token("--lane"),
		panel: token("--panel"),
		line: token("--line"),
		line2: token("--line2"),
		t1: token("--t1"),
		t2: token("--t2"),
		t3: token("--t3"),
		acc: token("--acc"),
		accWeak: token("--acc-w"),
		amb: token("--amb"),
		red: token("--red"),
		gold: token("--gold"),
		blue: token("--blue"),
		green: token("--green"),
		mred: token("--mred"),
		mark: token("--mark"),
		grid: token("--grid"),
		grid2: token("--grid2"),
		hatch: token("--hatch"),
		hatchBg: token("--hatch-bg"),
		range: token("--range"),
		traces: Array.from({ length: 9 }, (_, index) => token(`--c${index}`)),
		fill: Number(token("--fill")),
		dense: Number(token("--dense")),
	};
}

/** Names that only the system can turn into a colour stand in the tokens when colours are forced. */
function resolved(value: string): string {
	if (!/^[A-Z][A-Za-z]+$/.test(value)) return value;
	const probe = document.createElement("span");
	probe.style.forcedColorAdjust = "none";
	probe.style.color = value;
	document.body.append(probe);
	const { color } = getComputedStyle(probe);
	probe.remove();
	return color;
}

let current: CanvasColors | undefined;
const listeners = new Set<() => void>();

/** Colours of the scheme shown now; the same object until the scheme changes. */
export function canvasColors(): CanvasColors {
	if (current === undefined) {
		current = read();
		const readAgain = (): void => {
			current = read();
			for (const listener of listeners) listener();
		};
		new MutationObserver(readAgain).observe(document.documentElement, {
			attributes: true,
			attributeFilter: ["data-mantine-color-scheme"],
		});
		window.matchMedia("(forced-colors: active)").addEventListener("change", readAgain);
	}
	return current;
}

/** Calls back after the scheme changed; the answer ends it. */
export function onCanvasColorsChange(listener: () => void): () => void {
	canvasColors();
	listeners.add(listener);
	return () => listeners.delete(listener);
}

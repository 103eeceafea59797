import type { CanvasColors } from "../../theme/canvasColors.ts";
import { blend, parseColor, type Rgb } from "./pixelColor.ts";

/** The colours of the lane area, already laid onto its ground, and the opacities of what lies over them. */
export interface LanePalette {
	readonly ground: Rgb;
	readonly hairline: Rgb;
	readonly gridMinor: Rgb;
	readonly gridMajor: Rgb;
	readonly hatchGround: Rgb;
	readonly hatchLine: Rgb;
	/** Dotted edges of a gap. */
	readonly gapEdge: Rgb;
	/** Opacity of the area under a high level. */
	readonly fill: number;
	/** Opacity of an activity block. */
	readonly dense: number;
	/** Trace colours; 0 is for buses, 1 to 8 for lanes. */
	readonly traces: readonly Rgb[];
}

/** Resolves the theme's colours for the pixel painter. */
export function lanePalette(colors: CanvasColors): LanePalette {
	const ground = parseColor(colors.lane).color;
	const laid = (text: string, under = ground): Rgb => {
		const { color, opacity } = parseColor(text);
		return blend(under, color, opacity);
	};
	const hatchGround = laid(colors.hatchBg);
	return {
		ground,
		hairline: laid(colors.line),
		gridMinor: laid(colors.grid),
		gridMajor: laid(colors.grid2),
		hatchGround,
		hatchLine: laid(colors.hatch, hatchGround),
		gapEdge: laid(colors.t3),
		fill: colors.fill,
		dense: colors.dense,
		traces: colors.traces.map((text) => parseColor(text).color),
	};
}

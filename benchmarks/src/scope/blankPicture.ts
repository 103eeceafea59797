import type { DrawnLane, LanePicture } from "@gpioscope/web/drawLanes";

/** As on a screen of 1080 rows. */
const LANE_HEIGHT = 32;
const PADDING = 7;
/** Columns from one line of the grid to the next. */
const GRID = 100;

const grey = (level: number): number => level * 0x01_01_01;

/** A picture of lanes, one under the other, to which only the columns are missing. */
export function blankPicture(lanes: number, width: number): Omit<LanePicture, "columns"> {
	const height = lanes * LANE_HEIGHT;
	const rows = Array.from({ length: lanes }, (_, channel): DrawnLane => {
		const trace = { channel, inverted: false, line: 1.5, color: grey(200) };
		const place = { top: channel * LANE_HEIGHT, height: LANE_HEIGHT, padTop: PADDING, padBottom: PADDING };
		return { kind: "trace", ...trace, ...place };
	});
	return {
		pixels: new Uint32Array(width * height),
		width,
		height,
		ratio: 1,
		stored: { first: 0, end: width },
		rows,
		grid: Array.from({ length: Math.floor(width / GRID) }, (_, line) => ({
			x: line * GRID,
			major: line % 5 === 0,
		})),
		gaps: [],
		palette: {
			ground: grey(16),
			hairline: grey(32),
			gridMinor: grey(24),
			gridMajor: grey(36),
			hatchGround: grey(20),
			hatchLine: grey(56),
			gapEdge: grey(128),
			fill: 0.13,
			dense: 0.62,
			traces: [],
		},
	};
}

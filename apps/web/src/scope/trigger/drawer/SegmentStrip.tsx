import { useEffect, useRef } from "react";
import { captureOf } from "../../../bridge/index.ts";
import { canvasColors, onCanvasColorsChange } from "../../../theme/canvasColors.ts";
import { lanePalette } from "../../draw/lanePalette.ts";
import { parseColor } from "../../draw/pixelColor.ts";
import { laneStore } from "../../lanes/laneStore.ts";
import { drawMinimap } from "../../minimap/drawMinimap.ts";
import type { Segment } from "../segments.ts";
import styles from "./segments.module.css";

/** CSS pixels. */
const WIDTH = 160;
const HEIGHT = 22;

/** The lanes of a segment that change, as small as in the overview of a capture, and where its hit is. */
export function SegmentStrip({ segment }: { readonly segment: Segment }) {
	const canvas = useRef<HTMLCanvasElement>(null);
	const { id, source, facts } = segment;
	const { firstTime, endTime } = facts;
	const { hitTime } = source;
	useEffect(() => {
		const element = canvas.current;
		const context = element?.getContext("2d");
		if (element === null || context === null || context === undefined || endTime <= firstTime) return;
		let isGone = false;
		const ratio = window.devicePixelRatio;
		const width = Math.round(WIDTH * ratio);
		const height = Math.round(HEIGHT * ratio);
		const draw = async (): Promise<void> => {
			const columns = await captureOf(id).query(firstTime, endTime, width);
			if (isGone) return;
			const changed = columns.changed.reduce((mask, column) => mask | column, 0);
			const colors = canvasColors();
			const palette = lanePalette(colors);
			const image = new ImageData(width, height);
			drawMinimap({
				pixels: new Uint32Array(image.data.buffer),
				width,
				height,
				ratio,
				columns,
				rows: laneStore
					.getState()
					.lanes.filter((lane) => ((changed >>> lane.channel) & 1) === 1)
					.map((lane) => ({ channel: lane.channel, color: palette.traces[lane.color] ?? palette.ground })),
				ground: parseColor(colors.lane).color,
				palette,
			});
			element.width = width;
			element.height = height;
			context.putImageData(image, 0, 0);
			context.fillStyle = colors.amb;
			context.fillRect(
				((hitTime - firstTime) / (endTime - firstTime)) * width,
				0,
				Math.max(1, ratio),
				height,
			);
		};
		const start = (): void => {
			draw().catch((error: unknown) => {
				// A segment that was dropped for a newer one takes its row with it.
				if (!isGone) console.error("The segment did not answer.", error);
			});
		};
		start();
		const stop = onCanvasColorsChange(start);
		return () => {
			isGone = true;
			stop();
		};
	}, [id, firstTime, endTime, hitTime]);
	return <canvas ref={canvas} className={styles["strip"]} style={{ width: WIDTH, height: HEIGHT }} />;
}

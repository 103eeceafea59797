import { capture, captureStore } from "../../bridge/index.ts";
import { connectionStore } from "../../stores/connectionStore.ts";
import { traceColour } from "../../stores/dealtColours.ts";
import { canvasColors } from "../../theme/canvasColors.ts";
import { drawSpark } from "./drawSpark.ts";
import { type SparkColumns, sparkRuns } from "./sparkShape.ts";

/** Time that a small trace shows, in microseconds. */
const SPAN = 2_000_000;
/** Width of a small trace in CSS px; one query serves all of them. */
const WIDTH = 100;
const HEIGHT = 22;
/** Time between two pictures in ms. */
const INTERVAL = 80;

const canvases = new Map<HTMLCanvasElement, number>();
let timer: ReturnType<typeof setInterval> | undefined;
let asking = false;

/** Keeps a canvas showing a GPIO's last two seconds; the answer ends it. */
export function showSpark(gpio: number, canvas: HTMLCanvasElement): () => void {
	canvases.set(canvas, gpio);
	timer ??= setInterval(() => void refresh(), INTERVAL);
	return () => {
		canvases.delete(canvas);
		if (canvases.size > 0) return;
		clearInterval(timer);
		timer = undefined;
	};
}

/** Capture time of the right edge. Without the daemon it moves on by the clock: what is not known grows from there. */
function rightEdge(): number {
	const { endTime, receivedAt } = captureStore.getState();
	const live = connectionStore.getState().target?.state.kind === "live";
	return live ? endTime : endTime + (performance.now() - receivedAt) * 1000;
}

async function refresh(): Promise<void> {
	if (asking || document.hidden) return;
	asking = true;
	try {
		const to = rightEdge();
		draw(await capture.query(to - SPAN, to, WIDTH));
	} finally {
		asking = false;
	}
}

function draw(columns: SparkColumns): void {
	const colors = canvasColors();
	const ratio = window.devicePixelRatio;
	for (const [canvas, gpio] of canvases) {
		const context = canvas.getContext("2d");
		if (context === null) continue;
		if (canvas.width !== Math.round(WIDTH * ratio)) {
			canvas.width = Math.round(WIDTH * ratio);
			canvas.height = Math.round(HEIGHT * ratio);
		}
		const color = colors.traces[traceColour(gpio)] ?? colors.t2;
		drawSpark(context, sparkRuns(columns, gpio), color, colors, { width: WIDTH, height: HEIGHT, ratio });
	}
}

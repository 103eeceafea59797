/** Where hits are drawn over the overview. Lengths in device pixels. */
export interface HitsPicture {
	readonly width: number;
	readonly ratio: number;
	/** What the width shows, µs. */
	readonly from: number;
	readonly to: number;
	/** µs, ascending. */
	readonly times: ArrayLike<number>;
	readonly color: string;
}

/** Half the width of a triangle, and its height, CSS pixels. */
const HALF = 3;
const HEIGHT = 4;

/** Draws a triangle at the top for every hit; those that would cover one another become one. */
export function drawHits(context: CanvasRenderingContext2D, picture: HitsPicture): void {
	const { width, ratio, from, to, times, color } = picture;
	context.fillStyle = color;
	context.beginPath();
	let last = Number.NEGATIVE_INFINITY;
	for (let index = 0; index < times.length; index++) {
		const x = (((times[index] ?? 0) - from) / (to - from)) * width;
		if (x < 0 || x > width || x - last < ratio) continue;
		last = x;
		context.moveTo(x - HALF * ratio, 0);
		context.lineTo(x + HALF * ratio, 0);
		context.lineTo(x, HEIGHT * ratio);
		context.closePath();
	}
	context.fill();
}

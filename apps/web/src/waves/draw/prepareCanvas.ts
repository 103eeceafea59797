/**
 * Gives a canvas as many pixels as it covers on the screen, clears it, and returns its context in CSS pixels;
 * undefined where there is nothing to draw on.
 */
export function prepareCanvas(
	canvas: HTMLCanvasElement,
	width: number,
	height: number,
): CanvasRenderingContext2D | undefined {
	const context = canvas.getContext("2d");
	if (context === null || width <= 0 || height <= 0) return undefined;
	const ratio = window.devicePixelRatio;
	const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
	if (canvas.width !== wide || canvas.height !== high) {
		canvas.width = wide;
		canvas.height = high;
	}
	context.setTransform(ratio, 0, 0, ratio, 0, 0);
	context.clearRect(0, 0, width, height);
	return context;
}

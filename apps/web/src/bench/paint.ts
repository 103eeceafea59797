/** As much of a canvas as is painted with. */
type Paper = Pick<CanvasRenderingContext2D, "createImageData" | "putImageData">;

/** Paints a display's pixels, one byte each, as shades from dark to lit. */
export function paint(paper: Paper, pixels: Uint8Array, width: number, height: number): void {
	const image = paper.createImageData(width, height);
	for (let index = 0; index < width * height; index++) {
		const shade = pixels[index] ?? 0;
		image.data.set([shade, shade, shade, 255], 4 * index);
	}
	paper.putImageData(image, 0, 0);
}

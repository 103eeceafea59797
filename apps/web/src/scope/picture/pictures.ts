import { renderSvg } from "@gpioscope/logic";
import type { TimeView } from "../view/timeView.ts";
import { viewPicture } from "./viewPicture.ts";

/** A way to draw the lanes on screen into a file. */
export interface PictureFormat {
	readonly id: string;
	readonly label: string;
	readonly hint: string;
	readonly extensions: readonly string[];
	readonly mediaType: string;
	draw(view: TimeView): Promise<Blob>;
}

/** Pixels of a bitmap for each CSS pixel: text stays readable on paper. */
const SHARPNESS = 2;
const SVG = "image/svg+xml";
const PNG = "image/png";

/** Pictures of the view, beside the formats of captures. */
export const pictures: readonly PictureFormat[] = [
	{
		id: "svg",
		label: "Picture (SVG)",
		hint: "The lanes on screen with ruler and markers, sharp at any size. Browsers, Inkscape and LaTeX take it.",
		extensions: ["svg"],
		mediaType: SVG,
		draw: drawSvg,
	},
	{
		id: "png",
		label: "Picture (PNG)",
		hint: "The lanes on screen with ruler and markers, at twice the size of the screen.",
		extensions: ["png"],
		mediaType: PNG,
		draw: async (view) => rasterise(await drawSvg(view)),
	},
];

async function drawSvg(view: TimeView): Promise<Blob> {
	return new Blob([renderSvg(await viewPicture(view))], { type: SVG });
}

async function rasterise(svg: Blob): Promise<Blob> {
	const image = new Image();
	const address = URL.createObjectURL(svg);
	try {
		image.src = address;
		await image.decode();
	} finally {
		URL.revokeObjectURL(address);
	}
	const canvas = document.createElement("canvas");
	canvas.width = image.naturalWidth * SHARPNESS;
	canvas.height = image.naturalHeight * SHARPNESS;
	const context = canvas.getContext("2d");
	if (context === null) throw new Error("This browser draws no pictures of that size.");
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	return await new Promise((resolve, reject) => {
		canvas.toBlob((blob) => {
			if (blob === null) reject(new Error("This browser writes no pictures of that size."));
			else resolve(blob);
		}, PNG);
	});
}

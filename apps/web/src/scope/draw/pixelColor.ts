/** A colour as 0xRRGGBB. */
export type Rgb = number;

/** `over` laid onto `under` with an opacity of 0 to 1. */
export function blend(under: Rgb, over: Rgb, opacity: number): Rgb {
	const channel = (shift: number): number => {
		const low = (under >>> shift) & 255;
		const high = (over >>> shift) & 255;
		return Math.round(low + (high - low) * opacity) << shift;
	};
	return channel(16) | channel(8) | channel(0);
}

/** The word that ImageData holds for an opaque colour: red first in memory, on the little-endian machines browsers run on. */
export function packPixel(color: Rgb): number {
	const red = (color >>> 16) & 255;
	const blue = color & 255;
	return ((255 << 24) | (blue << 16) | (color & 0xff00) | red) >>> 0;
}

/** Reads hex colours of 3, 4, 6 or 8 digits and `rgb()`, `rgba()`; anything else is black and transparent. */
export function parseColor(text: string): { readonly color: Rgb; readonly opacity: number } {
	const hex = /^#([0-9a-f]{3,8})$/i.exec(text.trim())?.[1];
	if (hex !== undefined) {
		// Builds shorten colours: #ffffff comes as #fff.
		const digits = hex.length <= 4 ? hex.replace(/./g, "$&$&") : hex;
		const opacity = digits.length === 8 ? Number.parseInt(digits.slice(6), 16) / 255 : 1;
		return { color: Number.parseInt(digits.slice(0, 6), 16), opacity };
	}
	const parts =
		/^rgba?\(([^)]*)\)$/i
			.exec(text.trim())?.[1]
			?.split(/[\s,/]+/)
			.map(Number) ?? [];
	const [red = 0, green = 0, blue = 0, opacity = parts.length >= 3 ? 1 : 0] = parts;
	return { color: (red << 16) | (green << 8) | blue, opacity };
}

/** `#0f1317`, for CSS. */
export function cssColor(color: Rgb): string {
	return `#${color.toString(16).padStart(6, "0")}`;
}

declare module "wavedrom" {
	/** The figure as an element in JsonML. @throws Error when it cannot be drawn. */
	export function renderAny(index: number, source: unknown, skins: unknown): unknown;
	export const waveSkin: unknown;
	export const onml: { stringify(element: unknown): string };
}

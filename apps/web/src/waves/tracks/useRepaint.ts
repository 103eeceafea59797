import { useEffect } from "react";
import { onCanvasColorsChange } from "../../theme/canvasColors.ts";

/** Something whose changes show on a canvas. */
export interface Repaintable {
	subscribe(listener: () => void): () => void;
}

/**
 * Paints once per frame after anything changed, and goes on painting as long as `paint` answers true. Must be given
 * stable arguments.
 */
export function useRepaint(paint: () => boolean, sources: readonly Repaintable[]): void {
	useEffect(() => {
		let frame = 0;
		const run = (): void => {
			frame = 0;
			if (paint()) ask();
		};
		const ask = (): void => {
			if (frame === 0) frame = requestAnimationFrame(run);
		};
		const ends = [...sources.map((source) => source.subscribe(ask)), onCanvasColorsChange(ask)];
		// Canvas text is drawn in the page's font, which may arrive later.
		document.fonts?.ready.then(ask, ask);
		ask();
		return () => {
			cancelAnimationFrame(frame);
			for (const end of ends) end();
		};
	}, [paint, sources]);
}

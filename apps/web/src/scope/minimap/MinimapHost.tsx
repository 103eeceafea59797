import { useEffect, useRef } from "react";
import { shownStore } from "../../bridge/index.ts";
import { viewport } from "../mainViewport.ts";
import { fit } from "../view/timeView.ts";
import { Minimap } from "./Minimap.ts";
import styles from "./minimap.module.css";

/** The overview of the capture: drag the window to pan, its edges to zoom, elsewhere to choose a new one. */
export function MinimapHost({ height }: { readonly height: number }) {
	const host = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const element = host.current;
		if (element === null) return;
		const minimap = new Minimap(element);
		const end = new AbortController();
		startDragging(element, minimap, end.signal);
		return () => {
			end.abort();
			minimap.destroy();
		};
	}, []);
	return (
		<div
			ref={host}
			className={styles["host"]}
			style={{ height }}
			role="img"
			aria-label="Overview of the whole capture"
			title="Drag the window to pan, its edges to zoom; double click fits all"
		/>
	);
}

function startDragging(element: HTMLElement, minimap: Minimap, signal: AbortSignal): void {
	let move: ((time: number) => void) | undefined;
	let moved = false;
	const timeOf = (event: MouseEvent): number =>
		minimap.timeAt(event.clientX - element.getBoundingClientRect().left);
	element.addEventListener(
		"pointerdown",
		(event) => {
			if (event.button !== 0) return;
			element.setPointerCapture(event.pointerId);
			moved = false;
			const start = timeOf(event);
			const { view } = viewport;
			const target = event.target instanceof HTMLElement ? event.target : undefined;
			const side = target?.dataset["side"];
			if (side === "left") move = (time) => viewport.hold(ordered(time, view.to));
			else if (side === "right") move = (time) => viewport.hold(ordered(view.from, time));
			else if (target?.classList.contains(styles["window"] ?? "") === true)
				move = (time) => viewport.hold({ from: view.from + time - start, to: view.to + time - start });
			else move = (time) => viewport.hold(ordered(start, time));
		},
		{ signal },
	);
	element.addEventListener(
		"pointermove",
		(event) => {
			if (move === undefined || (!moved && Math.abs(event.movementX) < 1)) return;
			moved = true;
			move(timeOf(event));
		},
		{ signal },
	);
	const stop = (event: PointerEvent): void => {
		if (move !== undefined && !moved && event.type === "pointerup") viewport.showTime(timeOf(event));
		move = undefined;
	};
	element.addEventListener("pointerup", stop, { signal });
	element.addEventListener("pointercancel", stop, { signal });
	element.addEventListener(
		"dblclick",
		() => {
			const { firstTime, endTime } = shownStore.getState();
			viewport.show(fit(firstTime, endTime, viewport.width));
		},
		{ signal },
	);
}

function ordered(a: number, b: number): { from: number; to: number } {
	const from = Math.min(a, b);
	// A window without width would be no view.
	return { from, to: Math.max(a, b, from + 1) };
}

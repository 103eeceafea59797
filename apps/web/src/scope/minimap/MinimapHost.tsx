import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { shownStore } from "../../bridge/index.ts";
import { timeText } from "../currentZero.ts";
import { useBeat } from "../inspector/useBeat.ts";
import { viewport } from "../mainViewport.ts";
import { scopeStore } from "../scopeStore.ts";
import { Minimap } from "./Minimap.ts";
import styles from "./minimap.module.css";
import { minimapKeys, workMinimap } from "./workMinimap.ts";

/** The overview of the capture: drag the window to pan, its edges to zoom, elsewhere to choose a new one. */
export function MinimapHost({ height }: { readonly height: number }) {
	const host = useRef<HTMLDivElement>(null);
	const isOldestGone = useStore(shownStore, ({ dropped }) => dropped > 0);
	const sources = [viewport, shownStore, scopeStore];
	const percent = useBeat(percentNow, sources);
	const text = useBeat(textNow, sources);
	useEffect(() => {
		const element = host.current;
		if (element === null) return;
		const minimap = new Minimap(element);
		const stopWork = workMinimap(element, minimap);
		return () => {
			stopWork();
			minimap.destroy();
		};
	}, []);
	return (
		<div
			ref={host}
			className={styles["host"]}
			style={{ height }}
			role="slider"
			tabIndex={0}
			aria-label="Overview of the whole capture"
			aria-valuemin={0}
			aria-valuemax={100}
			aria-valuenow={percent}
			aria-valuetext={text}
			data-oldest-gone={isOldestGone || undefined}
			onKeyDown={(event) => {
				const deed = minimapKeys.get(event.key);
				if (deed === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
				event.preventDefault();
				deed();
			}}
		/>
	);
}

/** Where the view lies in the capture, for those who do not see the window. */
function percentNow(): number {
	const { firstTime, endTime } = shownStore.getState();
	const { from, to } = viewport.view;
	const share = endTime > firstTime ? ((from + to) / 2 - firstTime) / (endTime - firstTime) : 1;
	return Math.round(Math.min(1, Math.max(0, share)) * 100);
}

function textNow(): string {
	const { from, to } = viewport.view;
	return viewport.following ? "live" : `${timeText(from)} to ${timeText(to)}`;
}

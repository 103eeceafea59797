import { formatTime } from "@gpioscope/logic";
import { useEffect, useRef } from "react";
import { useStore } from "zustand";
import { shownStore } from "../../bridge/index.ts";
import { figuresStore } from "../figures/figuresStore.ts";
import { viewport } from "../mainViewport.ts";
import { clockLabel } from "../view/tickLabels.ts";
import styles from "./minimap.module.css";

/** Between two writings, ms: nobody reads faster. */
const BEAT_MS = 100;

/** What the level boxes show, by where they are read. */
const LEVELS = { now: "Level now", blue: "Level at B", played: "Level mid-view" } as const;

/** The time at the left edge, by the clock where it is known, and what the level boxes below show. */
export function CornerTime() {
	const text = useRef<HTMLSpanElement>(null);
	const place = useStore(figuresStore, (state) => state.place);
	useEffect(() => {
		const write = (): void => {
			const { anchor, origin } = shownStore.getState();
			const { from } = viewport.view;
			// Digits that run too fast to be read are left out.
			const step = Math.max(viewport.following ? 1000 : 1, viewport.scale);
			const shown =
				anchor === undefined
					? formatTime(from - origin, { resolution: 10 ** Math.floor(Math.log10(step)) })
					: clockLabel(anchor.wall + (from - anchor.time) / 1000, 10 ** Math.floor(Math.log10(step)));
			if (text.current !== null && text.current.textContent !== shown) text.current.textContent = shown;
		};
		let timer: ReturnType<typeof setTimeout> | undefined;
		const later = (): void => {
			timer ??= setTimeout(() => {
				timer = undefined;
				write();
			}, BEAT_MS);
		};
		write();
		const stop = viewport.subscribe(later);
		return () => {
			stop();
			clearTimeout(timer);
		};
	}, []);
	return (
		<>
			<span ref={text} className={styles["time"]} title="Time at the left edge" />
			<span className={styles["changes"]}>{LEVELS[place]}</span>
		</>
	);
}

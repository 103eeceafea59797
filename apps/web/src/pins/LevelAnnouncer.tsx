import { VisuallyHidden } from "@mantine/core";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { captureStore } from "../bridge/index.ts";
import { gpioName, namesStore, stylesOf } from "../stores/namesStore.ts";
import { BUSY_RATE, levelNow } from "./activity/liveLevels.ts";
import { type AnnouncedLevel, announcementOf } from "./model/announcement.ts";

/** Milliseconds between two announcements at least. */
const PAUSE = 1000;

/** Says to screen readers, at most once a second, what changed on the pins chosen for that. */
export function LevelAnnouncer() {
	const styles = useStore(namesStore, stylesOf);
	const [text, setText] = useState("");
	useEffect(() => {
		const gpios = Object.entries(styles).flatMap(([gpio, { announced }]) =>
			announced === true ? [Number(gpio)] : [],
		);
		if (gpios.length === 0) return;
		const look = (): AnnouncedLevel[] => {
			const names = namesStore.getState();
			const { changesPerSecond } = captureStore.getState();
			return gpios.map((gpio) => ({
				gpio,
				name: gpioName(names, gpio),
				level: levelNow(gpio),
				busy: (changesPerSecond[gpio] ?? 0) > BUSY_RATE,
			}));
		};
		let said = byGpio(look());
		const timer = setInterval(() => {
			const now = look();
			const next = announcementOf(said, now);
			said = byGpio(now);
			if (next !== undefined) setText(next);
		}, PAUSE);
		return () => clearInterval(timer);
	}, [styles]);
	return (
		<VisuallyHidden role="status" aria-live="polite" data-announcer>
			{text}
		</VisuallyHidden>
	);
}

function byGpio(lines: readonly AnnouncedLevel[]): ReadonlyMap<number, AnnouncedLevel> {
	return new Map(lines.map((line) => [line.gpio, line]));
}

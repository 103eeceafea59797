import { useEffect, useRef, useState } from "react";

/** Figures are refreshed ten times a second at most, ms. */
const BEAT_MS = 100;

interface Source {
	subscribe(listener: () => void): () => void;
}

/** Reads a value from sources that change more often than anybody can read: at most ten times a second, the last one always. */
export function useBeat<T>(read: () => T, sources: readonly Source[]): T {
	const [value, setValue] = useState(read);
	const reader = useRef(read);
	reader.current = read;
	const listened = useRef(sources);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const later = (): void => {
			timer ??= setTimeout(() => {
				timer = undefined;
				setValue(() => reader.current());
			}, BEAT_MS);
		};
		const stops = listened.current.map((source) => source.subscribe(later));
		later();
		return () => {
			clearTimeout(timer);
			for (const stop of stops) stop();
		};
	}, []);
	return value;
}

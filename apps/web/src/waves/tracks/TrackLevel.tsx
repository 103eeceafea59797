import { useStore } from "zustand";
import { captureStore } from "../../bridge/index.ts";
import { LevelBox } from "../../widgets/LevelBox.tsx";

/** The level that a GPIO has now, as pigpiod reports it. */
export function TrackLevel({ gpio }: { readonly gpio: number }) {
	const level = useStore(captureStore, (state) => {
		if (((state.known >>> gpio) & 1) === 0) return undefined;
		return ((state.level >>> gpio) & 1) === 1 ? 1 : 0;
	});
	return <LevelBox level={level} />;
}

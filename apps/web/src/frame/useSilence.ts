import { useEffect, useState } from "react";
import { connectionStore } from "../stores/connectionStore.ts";

const BEAT_MS = 500;
/** The bridge tells its statistics every second: after so many beats without them something hangs. */
const SILENT_BEATS = 8;

/** True while the bridge says nothing though the connection stands, as when its process or the network hangs. */
export function useSilence(): boolean {
	const [isSilent, setSilent] = useState(false);
	useEffect(() => {
		// Beats are counted, not time: a page that was itself held up has missed nothing.
		let beats = 0;
		const timer = setInterval(() => {
			beats++;
			setSilent(beats > SILENT_BEATS && connectionStore.getState().socket.kind === "open");
		}, BEAT_MS);
		const stop = connectionStore.subscribe(() => {
			beats = 0;
		});
		return () => {
			clearInterval(timer);
			stop();
		};
	}, []);
	return isSilent;
}

import { useEffect, useState } from "react";
import { shownCapture } from "../../bridge/index.ts";
import { timeText } from "../currentZero.ts";
import { channelName } from "../lanes/channelsStore.ts";
import { scopeStore } from "../scopeStore.ts";
import { spanText } from "../spanText.ts";

const AT_MOST_EVERY_MS = 1000;

/** Says where blue is and what the selected lane shows there, at most once a second, to those who do not see it. */
export function LiveLine() {
	const [text, setText] = useState("");
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout> | undefined;
		const say = async (): Promise<void> => {
			timer = undefined;
			const { cursors, selected } = scopeStore.getState();
			if (cursors.blue === undefined) return;
			const time = timeText(cursors.blue);
			const channel = selected[0];
			const pulse = channel === undefined ? undefined : await shownCapture.pulseAt(channel, cursors.blue);
			const lane = channel === undefined ? "" : `, ${channelName(channel)}`;
			const level =
				pulse === undefined ? "" : `${pulse.level === 1 ? " high" : " low"}, ${spanText(pulse.width)}`;
			setText(`Blue ${time}${lane}${level}`);
		};
		const stop = scopeStore.subscribe((state, before) => {
			if (state.cursors.blue === before.cursors.blue || timer !== undefined) return;
			timer = setTimeout(() => {
				say().catch((error: unknown) => console.error("The capture did not answer.", error));
			}, AT_MOST_EVERY_MS);
		});
		return () => {
			stop();
			clearTimeout(timer);
		};
	}, []);
	return (
		<div id="scope-live-line" className="visuallyHidden" aria-live="polite">
			{text}
		</div>
	);
}

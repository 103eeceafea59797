import { useEffect, useState } from "react";
import { bridge } from "../../bridge/index.ts";
import { useLive } from "../activity/currentBoard.ts";

const INTERVAL = 1000;

/** Levels of GPIO 32 to 53 as one word, read once a second; undefined while unknown. */
export function useBank2(): number | undefined {
	const live = useLive();
	const [word, setWord] = useState<number>();
	useEffect(() => {
		if (!live) return;
		let wanted = true;
		const read = (): void => {
			bridge.call("readBank2", {}).then(
				(answer) => {
					if (wanted) setWord(answer);
				},
				// Unknown is shown as unknown; why the daemon is silent is told by the connection.
				() => {
					if (wanted) setWord(undefined);
				},
			);
		};
		read();
		const timer = setInterval(read, INTERVAL);
		return () => {
			wanted = false;
			clearInterval(timer);
			setWord(undefined);
		};
	}, [live]);
	return word;
}

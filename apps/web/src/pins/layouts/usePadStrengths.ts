import { useEffect, useState } from "react";
import { bridge } from "../../bridge/index.ts";
import { useLive } from "../activity/currentBoard.ts";

/** Groups of pads that have one strength each. */
export const pads = [
	{ pad: 0, gpios: "GPIO 0 to 27" },
	{ pad: 1, gpios: "GPIO 28 to 45" },
	{ pad: 2, gpios: "GPIO 46 to 53" },
] as const;

/** Milliseconds between two questions, so that what other programs set is seen too. */
const INTERVAL = 1000;

/** Strength of each group of pads in mA as the daemon says, absent while unknown, and how to ask anew. */
export function usePadStrengths(): {
	readonly strengths: readonly (number | undefined)[];
	readonly refresh: () => void;
} {
	const live = useLive();
	const [strengths, setStrengths] = useState<readonly (number | undefined)[]>([]);
	const [turn, setTurn] = useState(0);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks anew
	useEffect(() => {
		if (!live) return;
		let wanted = true;
		const read = (): void => {
			Promise.all(pads.map(({ pad }) => bridge.call("getPadStrength", { pad }))).then(
				(answers) => {
					if (wanted) setStrengths(answers);
				},
				// Unknown is shown as unknown; why the daemon is silent is told by the connection.
				() => {
					if (wanted) setStrengths([]);
				},
			);
		};
		read();
		const timer = setInterval(read, INTERVAL);
		return () => {
			wanted = false;
			clearInterval(timer);
		};
	}, [live, turn]);
	return { strengths: live ? strengths : [], refresh: () => setTurn((before) => before + 1) };
}

import { guessSerial, type SerialDoubt, type SerialGuess } from "@gpioscope/logic";
import { capture, captureStore } from "../../bridge/index.ts";
import { samplePeriod } from "../samplePeriod.ts";

/** Microseconds looked back on: first a little, then more, as slow devices talk rarely. */
const LOOK_BACK = [2_000_000, 15_000_000, 120_000_000] as const;
const MOST_EDGES = 6000;

/** Says how a GPIO (0 to 31) seems to carry characters, from what the live capture has of it. */
export async function guessFromTrace(gpio: number): Promise<SerialGuess | SerialDoubt> {
	let answer: SerialGuess | SerialDoubt = { kind: "fewEdges" };
	for (const micros of LOOK_BACK) {
		const { endTime } = captureStore.getState();
		const edges = await capture.edges(gpio, endTime - micros, Number.POSITIVE_INFINITY, MOST_EDGES);
		const line = { times: edges.map(({ time }) => time), levels: edges.map(({ level }) => level) };
		answer = guessSerial(line, samplePeriod());
		if (answer.kind === "guess" && answer.characters >= 10) return answer;
	}
	return answer;
}

const doubts: Readonly<Record<SerialDoubt["kind"], string>> = {
	fewEdges: "Too few changes in the last two minutes. Let the device talk, then try again.",
	tooFast: "Its bits are as short as the samples. Restart the daemon with `pigpiod -s 1` or `-s 2`.",
	noCharacters: "What changes there does not look like characters.",
};

/** Why there is no guess. */
export function doubtText({ kind }: SerialDoubt): string {
	return doubts[kind];
}

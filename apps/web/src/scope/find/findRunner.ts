import { capturesStore, LIVE, shownCapture, shownStore } from "../../bridge/index.ts";
import { channelsStore } from "../lanes/channelsStore.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { type FindQuery, findStore, setQuery } from "./findStore.ts";
import { noMatchText } from "./findText.ts";
import { typeSearch } from "./searchWorld.ts";

/** Between two looks at what came in, ms. */
const CALM_MS = 300;
/** And so many times as long as the last one took. */
const BREAK = 4;
/** Parts of the capture of which it is told whether they have a match: more than a minimap has pixels. */
const COLUMNS = 2048;

let lastDuration = 0;

/** Looks at everything that has not been looked at; while it grows, at what came in. */
async function search(query: FindQuery, isWanted: () => boolean): Promise<void> {
	const start = performance.now();
	const { firstTime: from, endTime: to } = shownStore.getState();
	const grows = capturesStore.getState().shown === LIVE;
	let isComplete = to <= from;
	while (!isComplete && isWanted()) {
		const progress = await shownCapture.find(query.search, grows, from, to, COLUMNS);
		isComplete = progress.isComplete;
		if (!isWanted()) return;
		findStore.setState({ result: { ...progress, from, to }, failed: false });
	}
	lastDuration = performance.now() - start;
	const { result, announcement } = findStore.getState();
	if (result?.count === 0 && announcement === "")
		findStore.setState({ announcement: noMatchText(query.words, to - from) });
}

/** Keeps the search in step with its field, the shown capture and what comes in; the answer ends it. */
export function startFind(): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isRunning = false;
	let isAsked = false;
	let isEnded = false;
	const run = (): void => {
		const { query } = findStore.getState();
		if (query === undefined || isEnded) return;
		if (isRunning) {
			isAsked = true;
			return;
		}
		isRunning = true;
		isAsked = false;
		search(query, () => findStore.getState().query === query && !isEnded)
			.catch((error: unknown) => {
				findStore.setState({ failed: true });
				console.error("The capture did not answer.", error);
			})
			.finally(() => {
				isRunning = false;
				if (isAsked) run();
			});
	};
	const later = (): void => {
		if (findStore.getState().query === undefined) return;
		timer ??= setTimeout(
			() => {
				timer = undefined;
				run();
			},
			Math.max(CALM_MS, BREAK * lastDuration),
		);
	};
	/** Another capture has other channels: what stands in the field is read anew. */
	const begin = (): void => {
		setQuery(undefined);
		typeSearch(findStore.getState().text);
	};
	const stops = [
		findStore.subscribe((state, before) => {
			if (state.query !== before.query) run();
		}),
		shownStore.subscribe(later),
		capturesStore.subscribe((state, before) => {
			if (state.shown !== before.shown) begin();
		}),
		channelsStore.subscribe(() => typeSearch(findStore.getState().text)),
		laneStore.subscribe((state, before) => {
			if (state.rows !== before.rows) typeSearch(findStore.getState().text);
		}),
	];
	run();
	return () => {
		isEnded = true;
		clearTimeout(timer);
		for (const stop of stops) stop();
	};
}

import { Clock, Flag } from "lucide-react";
import { shownStore } from "../bridge/index.ts";
import type { Finding } from "../frame/viewDefinition.ts";
import { timeText } from "./currentZero.ts";
import { goToFacts } from "./goToFacts.ts";
import { jumpTo } from "./jumps.ts";
import { newestTime } from "./mainViewport.ts";
import { shownMarkers } from "./markers/shownMarkers.ts";
import { scopeStore } from "./scopeStore.ts";
import { parseGoTo } from "./view/goTo.ts";

/** A time needs a unit, a sign, a colon or an @: a plain number is a GPIO. */
const LOOKS_LIKE_TIME = /^[@+−-]|\d\s*[a-zµ]|:/i;
const MOST_MARKERS = 8;

/** Places in time and markers that a text in the palette means. */
export function searchScope(text: string): readonly Finding[] {
	const wanted = text.trim();
	if (wanted === "") return [];
	return [...timesOf(wanted), ...markersOf(wanted)];
}

function timesOf(text: string): readonly Finding[] {
	if (!LOOKS_LIKE_TIME.test(text)) return [];
	const found = parseGoTo(text, goToFacts());
	if ("problem" in found) return [];
	const { time } = found;
	if (!(time >= shownStore.getState().firstTime && time <= newestTime())) return [];
	return [
		{
			id: "time",
			label: `Go to ${text}`,
			description: timeText(time),
			icon: Clock,
			run: () => jumpTo(time),
		},
	];
}

function markersOf(text: string): readonly Finding[] {
	const lower = text.toLowerCase();
	return shownMarkers(scopeStore.getState())
		.filter(({ name }) => name.toLowerCase().includes(lower))
		.slice(0, MOST_MARKERS)
		.map(({ id, name, time }) => ({
			id: `marker.${id}`,
			label: `Go to ${name}`,
			description: timeText(time),
			icon: Flag,
			run: () => jumpTo(time),
		}));
}

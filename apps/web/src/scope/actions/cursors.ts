import { Flag, Pin } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { jumpTo } from "../jumps.ts";
import { selectEnd } from "../markers/selection.ts";
import { addMarker, scopeStore, setCursor } from "../scopeStore.ts";
import { markTime } from "./here.ts";

function select(end: "green" | "red"): void {
	scopeStore.setState(({ cursors }) => ({ cursors: { ...cursors, ...selectEnd(end, markTime(), cursors) } }));
}

export const markAction = defineAction({
	id: "scope.mark",
	label: "New marker",
	icon: Flag,
	shortcuts: ["M"],
	run: () => {
		addMarker(markTime());
	},
});

export const goldAction = defineAction({
	id: "scope.gold",
	label: "Gold to blue",
	shortcuts: ["G"],
	run: () => setCursor("gold", markTime()),
});

export const greenAction = defineAction({
	id: "scope.green",
	label: "Selection starts at blue (green)",
	shortcuts: ["1"],
	run: () => select("green"),
});

export const redAction = defineAction({
	id: "scope.red",
	label: "Selection ends at blue (red)",
	shortcuts: ["2"],
	run: () => select("red"),
});

export const pinAction = defineAction({
	id: "scope.pin",
	label: "Pin blue, or let it follow the pointer",
	icon: Pin,
	shortcuts: ["B"],
	run: () => {
		const { bluePinned, cursors } = scopeStore.getState();
		if (!bluePinned && cursors.blue === undefined) setCursor("blue", markTime());
		scopeStore.setState({ bluePinned: !bluePinned });
	},
});

/** The four cursors and the named markers. */
export const cursorActions = [
	goldAction,
	greenAction,
	redAction,
	pinAction,
	markAction,
	defineAction({
		id: "scope.namedMarker",
		label: "Go to a named marker",
		shortcuts: ["3", "4", "5", "6", "7", "8", "9"],
		fixedKeys: true,
		hidden: true,
		enabled: () => scopeStore.getState().named.length > 0,
		run: (event) => {
			const marker = scopeStore.getState().named.find(({ number }) => String(number) === event?.key);
			if (marker !== undefined) jumpTo(marker.time);
		},
	}),
];

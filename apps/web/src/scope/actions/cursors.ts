import { Flag, Pin } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { viewport } from "../mainViewport.ts";
import { addMarker, type CursorId, scopeStore, setCursor } from "../scopeStore.ts";
import { here, markTime } from "./here.ts";

const putCursor = (cursor: CursorId): void => setCursor(cursor, markTime());

export const markAction = defineAction({
	id: "scope.mark",
	label: "New marker",
	icon: Flag,
	shortcuts: ["M"],
	run: () => {
		addMarker(markTime());
	},
});

/** The four cursors and the named markers. */
export const cursorActions = [
	defineAction({
		id: "scope.gold",
		label: "Gold to blue",
		shortcuts: ["G"],
		run: () => putCursor("gold"),
	}),
	defineAction({
		id: "scope.green",
		label: "Green to blue",
		shortcuts: ["1"],
		run: () => putCursor("green"),
	}),
	defineAction({
		id: "scope.red",
		label: "Red to blue",
		shortcuts: ["2"],
		run: () => putCursor("red"),
	}),
	defineAction({
		id: "scope.pin",
		label: "Pin blue, or let it follow the pointer",
		icon: Pin,
		shortcuts: ["B"],
		run: () => {
			const { bluePinned, cursors } = scopeStore.getState();
			if (!bluePinned && cursors.blue === undefined) setCursor("blue", here());
			scopeStore.setState({ bluePinned: !bluePinned });
		},
	}),
	markAction,
	defineAction({
		id: "scope.namedMarker",
		label: "Go to a named marker",
		shortcuts: ["3", "4", "5", "6", "7", "8", "9"],
		hidden: true,
		enabled: () => scopeStore.getState().named.length > 0,
		run: (event) => {
			const marker = scopeStore.getState().named.find(({ number }) => String(number) === event?.key);
			if (marker !== undefined) viewport.showTime(marker.time);
		},
	}),
];

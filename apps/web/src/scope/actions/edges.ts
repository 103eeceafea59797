import { ChevronLeft, ChevronRight } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { shownCapture } from "../../bridge/index.ts";
import { viewport } from "../mainViewport.ts";
import { edgeMask } from "../markers/placeMarker.ts";
import { scopeStore, setCursor } from "../scopeStore.ts";
import { here, isInView } from "./here.ts";

/** Steps blue to the neighbouring edge of the selected lanes, or of all on screen. */
export async function stepToEdge(direction: "next" | "previous"): Promise<void> {
	const mask = edgeMask();
	if (mask === 0) return;
	const { blue, gold } = scopeStore.getState().cursors;
	// Before blue is anywhere, what was just marked is what one measures from.
	const from = blue ?? (gold !== undefined && isInView(gold) ? gold : here());
	const edge = await (direction === "next"
		? shownCapture.nextEdge(mask, from)
		: shownCapture.previousEdge(mask, from));
	if (edge === undefined) return;
	scopeStore.getState().pause();
	setCursor("blue", edge);
	viewport.reveal(edge);
}

function step(direction: "next" | "previous"): Promise<void> {
	return stepToEdge(direction).catch((error: unknown) => console.error("The capture did not answer.", error));
}

/** From edge to edge. */
export const edgeActions = [
	defineAction({
		id: "scope.previousEdge",
		label: "Blue to the previous edge",
		icon: ChevronLeft,
		shortcuts: ["ArrowLeft"],
		run: () => step("previous"),
	}),
	defineAction({
		id: "scope.nextEdge",
		label: "Blue to the next edge",
		icon: ChevronRight,
		shortcuts: ["ArrowRight"],
		run: () => step("next"),
	}),
];

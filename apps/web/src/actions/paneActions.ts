import { ArrowRightLeft, Columns2 } from "lucide-react";
import { closeTarget, showTargetBeside, turnToTarget } from "../frame/targets/startTargetPages.ts";
import { connectionStore, ownTarget } from "../stores/connectionStore.ts";
import { onViewStore } from "../stores/onViewStore.ts";
import { defineAction } from "./defineAction.ts";

const areSeveral = (): boolean => connectionStore.getState().targets.length > 1;

/** The one after this page's Pi, round and round; undefined when there is no other. */
function next(ids: readonly string[]): string | undefined {
	const own = ownTarget();
	const id = ids[(ids.indexOf(own) + 1) % ids.length];
	return id === own ? undefined : id;
}

const listed = (): readonly string[] => connectionStore.getState().targets.map(({ id }) => id);

/** What a person can do with the pages of several Pis in one window. */
export const paneActions = [
	defineAction({
		id: "beside",
		label: "Show the next Pi beside this one, or this one alone",
		icon: Columns2,
		shortcuts: ["alt+B"],
		enabled: () => areSeveral() && onViewStore.getState().canSplit,
		run: () => {
			const own = ownTarget();
			const others = onViewStore.getState().panes.filter((id) => id !== own);
			const beside = next(listed());
			if (others.length === 0 && beside !== undefined) showTargetBeside(beside);
			for (const id of others) closeTarget(id);
		},
	}),
	defineAction({
		id: "nextPi",
		label: "Go to the next Pi",
		icon: ArrowRightLeft,
		shortcuts: ["alt+N"],
		enabled: areSeveral,
		run: () => {
			const { panes } = onViewStore.getState();
			const id = next(panes.length > 1 ? panes : listed());
			if (id !== undefined) turnToTarget(id);
		},
	}),
];

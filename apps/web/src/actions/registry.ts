import { views } from "../frame/views.ts";
import { showView, type ViewId } from "../stores/uiStore.ts";
import { type Action, defineAction } from "./defineAction.ts";
import { frameActions } from "./frameActions.ts";
import { knowActions } from "./knownActions.ts";

const viewActions = views.map((view, index) =>
	defineAction({
		id: `view.${view.id}`,
		label: `Go to ${view.label}`,
		icon: view.icon,
		shortcuts: [`alt+${index + 1}`],
		run: () => showView(view.id),
	}),
);

/** Everything a person can do, in the order in which a key looks for it: the view's own before the frame's. */
export const actions: readonly Action[] = [
	...views.flatMap((view) => (view.actions ?? []).map((action) => ({ view: view.id, ...action }))),
	...frameActions,
	...viewActions,
];

knowActions(actions);

/** The actions that can be done in a view now. */
export function actionsIn(view: ViewId): readonly Action[] {
	return actions.filter((action) => action.view === undefined || action.view === view);
}

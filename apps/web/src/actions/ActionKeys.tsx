import { Kbd } from "../widgets/Kbd.tsx";
import type { Action } from "./defineAction.ts";
import { useShortcutsOf } from "./ownShortcuts.ts";
import { printShortcut } from "./shortcut.ts";

/** The first key of an action, as it is now; nothing when it has none. */
export function ActionKeys({ action }: { readonly action: Pick<Action, "id" | "shortcuts"> }) {
	const [first] = useShortcutsOf(action);
	return first === undefined ? null : <Kbd keys={printShortcut(first)} />;
}

import type { LucideIcon } from "lucide-react";
import { IconButton } from "../widgets/IconButton.tsx";
import type { Action } from "./defineAction.ts";
import { useShortcutsOf } from "./ownShortcuts.ts";
import { printShortcut } from "./shortcut.ts";

interface Props {
	readonly action: Pick<Action, "id" | "label" | "shortcuts" | "run">;
	readonly icon: LucideIcon;
	/** More than the action's own label, where the place needs it. */
	readonly label?: string;
	readonly disabled?: boolean;
	readonly size?: "xs" | "sm" | "lg";
}

/** An action as an icon; the tooltip says its name and the key it has now. */
export function ActionIconButton({
	action,
	icon,
	label = action.label,
	disabled = false,
	size = "xs",
}: Props) {
	const [first] = useShortcutsOf(action);
	return (
		<IconButton
			icon={icon}
			label={label}
			shortcut={first === undefined ? undefined : printShortcut(first)}
			size={size}
			disabled={disabled}
			onClick={() => action.run()}
		/>
	);
}

import { ActionIcon, Tooltip } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import { Kbd } from "./Kbd.tsx";

interface Props {
	readonly icon: LucideIcon;
	readonly label: string;
	readonly shortcut?: string | undefined;
	readonly active?: boolean;
	readonly disabled?: boolean;
	readonly size?: "xs" | "sm" | "lg";
	readonly onClick: () => void;
}

/** A button that is only an icon; its tooltip says the name and the key. */
export function IconButton({
	icon: Icon,
	label,
	shortcut,
	active = false,
	disabled = false,
	size = "sm",
	onClick,
}: Props) {
	return (
		<Tooltip
			label={
				<>
					{label} {shortcut !== undefined && <Kbd keys={shortcut} />}
				</>
			}
		>
			<ActionIcon
				aria-label={label}
				aria-pressed={active || undefined}
				variant={active ? "light" : "subtle"}
				size={size}
				disabled={disabled}
				onClick={onClick}
			>
				<Icon size={size === "lg" ? 20 : 16} />
			</ActionIcon>
		</Tooltip>
	);
}

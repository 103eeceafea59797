import { Button } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useActBar } from "../../stores/actBar.ts";
import { usePhone } from "../../theme/phone.ts";
import { PanelPopover } from "../../widgets/PanelPopover.tsx";

interface Props {
	readonly icon: LucideIcon;
	/** What the button says. */
	readonly word: string;
	/** What the form is for. */
	readonly label: string;
	/** The form, which says when it is done. */
	readonly form: (onDone: () => void) => ReactNode;
}

/** A button that asks for more before files of the Pi change. */
export function FormPopover({ icon: Icon, word, label, form }: Props) {
	const [isOpen, setOpen] = useState(false);
	const isPhone = usePhone();
	const isBarred = useActBar() !== undefined;
	const close = (): void => setOpen(false);
	return (
		<PanelPopover
			label={label}
			isOpen={isOpen}
			onClose={close}
			width={320}
			target={
				<Button
					size={isPhone ? "lg" : "xs"}
					variant="subtle"
					leftSection={<Icon size={14} />}
					disabled={isBarred}
					onClick={() => setOpen(!isOpen)}
				>
					{word}
				</Button>
			}
		>
			{form(close)}
		</PanelPopover>
	);
}

import { Button, Popover } from "@mantine/core";
import type { ReactNode } from "react";
import { usePhone } from "../../theme/phone.ts";
import { askPin, type PinQuestion, useActivity } from "../activity/pinActivityStore.ts";
import styles from "./QuestionPopover.module.css";

interface Props {
	readonly gpio: number;
	readonly place: PinQuestion["place"];
	/** What the question stands at. */
	readonly children: ReactNode;
}

/** The question about a pin, at its pad or in its inspector; nothing while there is none. */
export function QuestionPopover({ gpio, place, children }: Props) {
	const question = useActivity((state) => state.question);
	const phone = usePhone();
	const own = question?.gpio === gpio && question.place === place ? question : undefined;
	const close = (): void => {
		askPin(undefined);
		if (place === "pad") focusCell(gpio);
	};
	return (
		<Popover
			opened={own !== undefined}
			onChange={(opened) => {
				if (!opened) close();
			}}
			position={place === "inspector" ? "bottom" : phone ? "top" : "right"}
			width={300}
			withArrow
			trapFocus
			withRoles={false}
			withinPortal
		>
			<Popover.Target>{children}</Popover.Target>
			<Popover.Dropdown
				role="dialog"
				aria-label={`GPIO ${gpio}`}
				onPointerDown={(event) => event.stopPropagation()}
			>
				{own !== undefined && (
					<>
						<p className={styles["text"]}>{own.text}</p>
						<div className={styles["answers"]}>
							{own.answers.map(({ label, run }) => (
								<Button
									key={label}
									size="xs"
									variant="filled"
									onClick={() => {
										close();
										run();
									}}
								>
									{label}
								</Button>
							))}
							<Button size="xs" variant="subtle" onClick={close}>
								Cancel
							</Button>
						</div>
					</>
				)}
			</Popover.Dropdown>
		</Popover>
	);
}

/** Keys go on where the question came from. */
function focusCell(gpio: number): void {
	document
		.querySelector<HTMLElement>(`[role="gridcell"][data-gpio="${gpio}"]`)
		?.focus({ preventScroll: true });
}

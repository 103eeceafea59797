import { Button, Popover } from "@mantine/core";
import type { ReactNode } from "react";
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
	const own = question?.gpio === gpio && question.place === place ? question : undefined;
	return (
		<Popover
			opened={own !== undefined}
			onChange={(opened) => {
				if (!opened) askPin(undefined);
			}}
			position={place === "pad" ? "right" : "bottom"}
			width={300}
			withArrow
			trapFocus
			returnFocus
			withinPortal
		>
			<Popover.Target>{children}</Popover.Target>
			<Popover.Dropdown aria-label={`GPIO ${gpio}`} onPointerDown={(event) => event.stopPropagation()}>
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
										askPin(undefined);
										run();
									}}
								>
									{label}
								</Button>
							))}
							<Button size="xs" variant="subtle" onClick={() => askPin(undefined)}>
								Cancel
							</Button>
						</div>
					</>
				)}
			</Popover.Dropdown>
		</Popover>
	);
}

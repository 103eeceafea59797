import { TextInput, Tooltip } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { focusPlot } from "../timeline/focusPlot.ts";

interface Props {
	readonly label: string;
	/** Shown while nobody types. */
	readonly value: string;
	readonly placeholder?: string;
	/** CSS pixels; less in a narrow window. */
	readonly width: number;
	readonly align?: "left" | "center";
	readonly leftSection?: ReactNode;
	readonly id?: string;
	/** Takes what was typed; an answer says what is wrong with it. */
	readonly onEnter: (text: string) => string | undefined;
}

/** A short field whose text acts on Enter; a wrong text stays and says what is wrong, Escape puts it back. */
export function TextField({
	label,
	value,
	placeholder,
	width,
	align = "left",
	leftSection,
	id,
	onEnter,
}: Props) {
	const [draft, setDraft] = useState<string>();
	const [error, setError] = useState<string>();
	const discard = (): void => {
		setDraft(undefined);
		setError(undefined);
	};
	const keep = (element: HTMLInputElement): void => {
		if (draft === undefined) return;
		const problem = onEnter(draft);
		setError(problem);
		if (problem !== undefined) return;
		discard();
		focusPlot(element);
	};
	return (
		<Tooltip label={error} opened={error !== undefined} position="bottom">
			<TextInput
				{...(id === undefined ? {} : { id })}
				aria-label={label}
				aria-invalid={error !== undefined || undefined}
				size="xs"
				style={{ width: `min(${width}px, 16cqw)`, flex: "none" }}
				styles={{ input: { textAlign: align } }}
				value={draft ?? value}
				placeholder={placeholder}
				error={error !== undefined}
				leftSection={leftSection}
				leftSectionWidth={leftSection === undefined ? 0 : 46}
				onFocus={(event) => event.currentTarget.select()}
				onChange={(event) => {
					setDraft(event.currentTarget.value);
					setError(undefined);
				}}
				onBlur={discard}
				onKeyDown={(event) => {
					if (event.key === "Enter") keep(event.currentTarget);
					else if (event.key === "Escape") {
						discard();
						focusPlot(event.currentTarget);
					}
				}}
			/>
		</Tooltip>
	);
}

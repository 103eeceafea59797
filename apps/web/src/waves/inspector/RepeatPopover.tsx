import { groupDigits, parseTime, repeatPulses, selectedPulses, spanOf } from "@gpioscope/logic";
import { Button, Popover } from "@mantine/core";
import { useState } from "react";
import { FieldForm } from "../../widgets/FieldForm.tsx";
import { useFieldGroup, useIsWrong } from "../../widgets/fieldGroup.ts";
import { NumberField } from "../../widgets/NumberField.tsx";
import { change } from "../model/editing.ts";
import { useEditor } from "../model/editorStore.ts";
import styles from "./Inspector.module.css";

/** Asks how often and how far apart the selected pulses are repeated. */
export function RepeatPopover() {
	const [isOpen, setOpen] = useState(false);
	const [count, setCount] = useState(4);
	const [chosen, setPeriod] = useState<number>();
	const selection = useEditor((state) => state.history.present.selection);
	const document = useEditor((state) => state.history.present.document);
	const span = spanOf(selectedPulses(document, selection));
	const least = span === undefined ? 1 : span.to - span.from;
	// As much pause as pulse, until somebody says otherwise.
	const period = Math.max(least, chosen ?? 2 * least);
	const fields = useFieldGroup();
	const isWrong = useIsWrong(fields);
	const apply = (): void => {
		if (isWrong) return;
		setOpen(false);
		change((current) => repeatPulses(current, selection, count, period));
	};
	return (
		<Popover opened={isOpen} onChange={setOpen} position="bottom" width={220} trapFocus>
			<Popover.Target>
				<Button size="xs" onClick={() => setOpen(!isOpen)}>
					Repeat…
				</Button>
			</Popover.Target>
			<Popover.Dropdown>
				<FieldForm className={styles["fields"]} fields={fields} onSubmit={apply}>
					<span>Times</span>
					<NumberField label="Times" value={count} min={2} max={5000} onChange={setCount} />
					<span>Period</span>
					<NumberField
						label="Period"
						value={period}
						min={least}
						max={1_800_000_000}
						unit="µs"
						format={(value) => groupDigits(value, 0)}
						parse={parseTime}
						onChange={setPeriod}
					/>
				</FieldForm>
				<Button size="xs" variant="filled" fullWidth mt={8} disabled={isWrong} onClick={apply}>
					Repeat {count} times
				</Button>
			</Popover.Dropdown>
		</Popover>
	);
}

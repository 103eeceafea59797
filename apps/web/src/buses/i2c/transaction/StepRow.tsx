import { TextInput } from "@mantine/core";
import { ChevronUp, RotateCw, X } from "lucide-react";
import { usePhone } from "../../../theme/phone.ts";
import { IconButton } from "../../../widgets/IconButton.tsx";
import type { StepDraft } from "../model/stepDrafts.ts";
import { changeDrafts } from "../state/i2cStore.ts";
import { stepFacts } from "./stepFacts.ts";
import styles from "./Transaction.module.css";

interface Props {
	readonly draft: StepDraft;
	readonly isFirst: boolean;
	/** It goes on without a stop before it. */
	readonly isRestart: boolean;
	readonly problem: string | undefined;
}

/** Changes the steps, given the place of one of them. */
function changeAt(
	id: number,
	change: (drafts: readonly StepDraft[], place: number) => readonly StepDraft[],
): void {
	changeDrafts((drafts) =>
		change(
			drafts,
			drafts.findIndex((each) => each.id === id),
		),
	);
}

/** One step that can be changed, moved up and taken out. */
export function StepRow({ draft: { id, kind, text }, isFirst, isRestart, problem }: Props) {
	const isPhone = usePhone();
	const facts = stepFacts.find((each) => each.kind === kind);
	if (facts === undefined) return null;
	const { label, icon: Icon, field } = facts;
	return (
		<li>
			{isRestart && (
				<div className={`${styles["step"]} ${styles["restart"]}`}>
					<RotateCw size={14} />
					<span>Restart</span>
				</div>
			)}
			<div className={styles["step"]}>
				<Icon size={14} />
				<span className={styles["kind"]}>{label}</span>
				{field === undefined ? (
					<span />
				) : (
					<TextInput
						aria-label={field}
						classNames={{ input: "mono" }}
						size={isPhone ? "lg" : "xs"}
						spellCheck={false}
						autoComplete="off"
						value={text}
						error={problem}
						rightSection={kind === "read" ? <span className={styles["restart"]}>bytes</span> : undefined}
						rightSectionWidth={kind === "read" ? 44 : 0}
						onChange={(event) => {
							const { value } = event.currentTarget;
							changeAt(id, (drafts, place) => drafts.with(place, { id, kind, text: value }));
						}}
					/>
				)}
				<span className={styles["tools"]}>
					<IconButton
						icon={ChevronUp}
						label={`Move ${label} up`}
						size={isPhone ? "lg" : "xs"}
						disabled={isFirst}
						onClick={() =>
							changeAt(id, (drafts, place) => [
								...drafts.slice(0, place - 1),
								...drafts.slice(place, place + 1),
								...drafts.slice(place - 1, place),
								...drafts.slice(place + 1),
							])
						}
					/>
					<IconButton
						icon={X}
						label={`Take ${label} out`}
						size={isPhone ? "lg" : "xs"}
						onClick={() => changeAt(id, (drafts, place) => drafts.toSpliced(place, 1))}
					/>
				</span>
				{problem !== undefined && field === undefined && (
					<span className={styles["problem"]} role="alert">
						{problem}
					</span>
				)}
			</div>
		</li>
	);
}

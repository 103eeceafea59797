import { Button } from "@mantine/core";
import { errorWords } from "../../actions/errorWords.ts";
import styles from "./ProblemNote.module.css";

interface Props {
	/** What was thrown. */
	readonly error: unknown;
	/** Replaces what the error itself says to do. */
	readonly remedy?: string | undefined;
	/** What the button says; "Try again" unless said otherwise. */
	readonly retryLabel?: string;
	readonly onRetry?: () => void;
}

/** What went wrong in one panel, and what to do about it. */
export function ProblemNote({ error, remedy, retryLabel = "Try again", onRetry }: Props) {
	const words = errorWords(error);
	const advice = remedy ?? words.remedy;
	return (
		<div className={styles["problem"]} role="alert">
			<p>
				<b>{words.message}</b> {advice}
			</p>
			{onRetry !== undefined && (
				<Button size="xs" onClick={onRetry}>
					{retryLabel}
				</Button>
			)}
		</div>
	);
}

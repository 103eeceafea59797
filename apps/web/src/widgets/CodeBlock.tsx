import styles from "./CodeBlock.module.css";
import { CopyButton } from "./CopyButton.tsx";

interface Props {
	/** What it is, for those who do not see it. */
	readonly label: string;
	readonly code: string;
}

/** Code to read and to copy; long lines scroll. */
export function CodeBlock({ label, code }: Props) {
	return (
		<figure className={styles["block"]} aria-label={label}>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by key */}
			<pre className={`mono ${styles["code"]}`} tabIndex={0}>
				{code}
			</pre>
			<CopyButton label={`Copy: ${label}`} text={code} />
		</figure>
	);
}

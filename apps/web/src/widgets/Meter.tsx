import styles from "./Meter.module.css";

interface Props {
	readonly label: string;
	/** What is taken, in words. */
	readonly value: string;
	/** What there is, in words. */
	readonly of: string;
	/** The one by the other, from 0; more than 1 is too much, and is shown as such. */
	readonly share: number;
}

/** How much of something limited is taken, as words and as a bar; the smallest part is still seen. */
export function Meter({ label, value, of, share }: Props) {
	return (
		<div className={styles["meter"]} data-over={share > 1 || undefined}>
			<span>{label}</span>
			<span className={styles["of"]}>
				<b>{value}</b> of {of}
			</span>
			<div className={styles["track"]}>
				<div style={{ width: share > 0 ? `max(2px, ${Math.min(100, share * 100)}%)` : 0 }} />
			</div>
		</div>
	);
}

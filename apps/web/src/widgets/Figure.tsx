import styles from "./Figure.module.css";

interface Props {
	readonly label: string;
	/** undefined shows an en dash in the same cell. */
	readonly value: string | undefined;
	/** Width of the value's cell in characters. */
	readonly width: number;
	readonly attention?: boolean;
}

/** A labelled figure in a cell of fixed width. */
export function Figure({ label, value, width, attention = false }: Props) {
	return (
		<span className={styles["figure"]}>
			{label}{" "}
			<b style={{ minWidth: `${width}ch` }} data-attention={attention || undefined}>
				{value ?? "–"}
			</b>
		</span>
	);
}

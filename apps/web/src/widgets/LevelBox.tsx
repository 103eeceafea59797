import styles from "./LevelBox.module.css";

interface Props {
	/** undefined is unknown, which is never drawn as low. */
	readonly level: 0 | 1 | undefined;
	/** Side in px. */
	readonly size?: 16 | 24;
}

const LETTER = { 0: "L", 1: "H" } as const;
const WORD = { 0: "low", 1: "high" } as const;

/** One level as a filled H, a hollow L or a hatched question mark. */
export function LevelBox({ level, size = 16 }: Props) {
	const word = level === undefined ? "unknown" : WORD[level];
	return (
		<span className={styles["box"]} data-level={word} data-size={size} role="img" aria-label={word}>
			{level === undefined ? "?" : LETTER[level]}
		</span>
	);
}

import { FlipVertical2 } from "lucide-react";
import type { HTMLAttributes, ReactNode, Ref } from "react";
import type { LaneFigures } from "../figures/laneText.ts";
import styles from "./lanes.module.css";

interface Props extends HTMLAttributes<HTMLSpanElement> {
	/** The name, or the field it is edited in. */
	readonly name: ReactNode;
	/** What it is and does: `GPIO 17 · In, pull-up`. */
	readonly use: string;
	readonly figures: LaneFigures;
	/** When it changed last, for lanes without figures. */
	readonly rested: string;
	readonly inverted: boolean;
	/** Without room for a second line, what stands beside the name of a lane at rest. */
	readonly place: string;
	readonly twoLines: boolean;
	/** For the tip that is shown over it. */
	readonly ref?: Ref<HTMLSpanElement>;
}

/** Name over use at the left, figures at the right: each line shares its width as it needs. */
export function LaneLabel({ name, use, figures, rested, inverted, place, twoLines, ...rest }: Props) {
	const isIdle = figures.first === "" && figures.second === "";
	return (
		<span {...rest} className={styles["lines"]}>
			<span className={styles["line"]}>
				<span className={styles["name"]}>{name}</span>
				{inverted && <FlipVertical2 size={12} className={styles["inverted"]} />}
				{!twoLines && isIdle && <span className={styles["second"]}>{place}</span>}
				<span className={styles["first"]} data-attention={figures.attention || undefined}>
					{figures.first}
				</span>
			</span>
			{twoLines && (
				<span className={styles["line"]}>
					<span className={styles["second"]}>{use}</span>
					<span className={styles["last"]}>{isIdle ? rested : figures.second}</span>
				</span>
			)}
		</span>
	);
}

/** On a phone: name and number over the trace. */
export function PhoneLabel({ name, number }: { readonly name: ReactNode; readonly number: string }) {
	return (
		<span className={styles["label"]}>
			<span className={styles["name"]}>{name}</span>
			<span className={styles["second"]}>{number}</span>
		</span>
	);
}

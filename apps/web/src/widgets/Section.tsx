import type { ReactNode } from "react";
import styles from "./Section.module.css";

interface Props {
	readonly title?: ReactNode;
	/** Stands at the right of the title. */
	readonly aside?: ReactNode;
	readonly children: ReactNode;
}

/** One block of an inspector, with a hairline below it. */
export function Section({ title, aside, children }: Props) {
	return (
		<section className={styles["section"]}>
			{(title !== undefined || aside !== undefined) && (
				<div className={styles["head"]}>
					<h3>{title}</h3>
					{aside !== undefined && <span className={styles["aside"]}>{aside}</span>}
				</div>
			)}
			{children}
		</section>
	);
}

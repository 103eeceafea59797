import { Fragment, type ReactNode } from "react";
import styles from "./KeyValues.module.css";

interface Props {
	readonly rows: readonly (readonly [label: string, value: ReactNode])[];
}

/** Facts as a list of labels and right-aligned values. */
export function KeyValues({ rows }: Props) {
	return (
		<dl className={styles["list"]}>
			{rows.map(([label, value]) => (
				<Fragment key={label}>
					<dt>{label}</dt>
					<dd>{value ?? "–"}</dd>
				</Fragment>
			))}
		</dl>
	);
}

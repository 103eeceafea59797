import { useStore } from "zustand";
import { besideStore } from "./besideStore.ts";
import styles from "./secondTrace.module.css";

/** Which capture the upper half of a row shows while two are compared: `A`, or `only A` where the other has no such line. */
export function SideTag({ lower }: { readonly lower: number }) {
	const isComparing = useStore(besideStore, ({ other }) => other !== undefined);
	if (!isComparing) return null;
	return <span className={styles["tag"]}>{lower > 0 ? "A" : "only A"}</span>;
}

/** What a row's header says of the other capture's trace below its own. */
export function SecondTrace({ lower, phone }: { readonly lower: number; readonly phone: boolean }) {
	const other = useStore(besideStore, (state) => state.other);
	if (other === undefined || lower === 0) return null;
	return (
		<span className={styles["second"]} data-phone={phone || undefined} style={{ height: lower }}>
			<span className={styles["tag"]}>B</span>
			<span className={styles["name"]}>{other}</span>
		</span>
	);
}

/** The same for those who hear it. */
export function sideSpoken(other: string | undefined, lower: number): string {
	if (other === undefined) return "";
	return lower > 0 ? `, ${other} below` : ", only in A";
}

import { X } from "lucide-react";
import { useStore } from "zustand";
import { channelOf, channelsStore } from "./channelsStore.ts";
import { quantities, setDerived } from "./derivedStore.ts";
import type { DerivedRow } from "./laneLayout.ts";
import styles from "./rows.module.css";

/** Beside a quantity over time: what it is, of which lane, and how to take it away. */
export function DerivedHeader({ row }: { readonly row: DerivedRow }) {
	const name = useStore(channelsStore, (state) => channelOf(row.channel, state).name);
	const { label, unit } = quantities[row.quantity];
	return (
		<div
			id={row.id}
			className={styles["derived"]}
			style={{ top: row.top, height: row.height, ["--tone" as string]: `var(--c${row.color})` }}
			data-grouped={row.group !== undefined || undefined}
		>
			<span className={styles["bar"]} />
			<span className={styles["label"]}>
				<span className={styles["name"]}>{label}</span>
				<span className={styles["facts"]}>
					{name} · {unit}
				</span>
			</span>
			<button
				type="button"
				className={styles["remove"]}
				aria-label={`Remove ${label} of ${name}`}
				title="Remove"
				onClick={() => setDerived(row, false)}
			>
				<X size={14} />
			</button>
		</div>
	);
}

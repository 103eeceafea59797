import { X } from "lucide-react";
import { useStore } from "zustand";
import { derivedFigures } from "../derived/derivedFigures.ts";
import { quantityText } from "../derived/quantityText.ts";
import { channelOf, channelsStore } from "./channelsStore.ts";
import { quantities, setDerived } from "./derivedStore.ts";
import type { DerivedRow } from "./laneLayout.ts";
import styles from "./rows.module.css";

/** Beside a quantity over time: what it is, of which lane, and how to take it away. */
export function DerivedHeader({
	row,
	phone = false,
}: {
	readonly row: DerivedRow;
	/** The header is a line over the track. */
	readonly phone?: boolean;
}) {
	const name = useStore(channelsStore, (state) => channelOf(row.channel, state).name);
	const figures = useStore(derivedFigures, (state) => state.byId[row.id]);
	const { label, summary } = quantities[row.quantity];
	const text = (value: number, digits: number): string => quantityText(row.quantity, value, digits);
	return (
		<div
			id={row.id}
			className={styles["derived"]}
			style={{ top: row.top, height: row.height, ["--tone" as string]: `var(--c${row.color})` }}
			data-phone={phone || undefined}
			data-grouped={row.group !== undefined || undefined}
		>
			<span className={styles["bar"]} />
			<span className={styles["label"]}>
				<span className={styles["name"]} title={`${label} of ${name}, ${summary}`}>
					{label}
				</span>
				<span className={styles["value"]} data-testid={`${row.id}-value`}>
					{figures?.value === undefined ? "–" : text(figures.value, 4)}
					{figures?.isSampled === true && (
						<span
							className={styles["facts"]}
							title="More changes than can be looked at: a sample of each pixel"
						>
							{" "}
							sampled
						</span>
					)}
				</span>
			</span>
			{figures !== undefined && (
				<span className={styles["scale"]} aria-hidden="true">
					<span>{text(figures.range.high, 3)}</span>
					<span>{text(figures.range.low, 3)}</span>
				</span>
			)}
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

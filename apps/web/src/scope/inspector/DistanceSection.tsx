import { formatFrequency, formatSpan, type Pulse } from "@gpioscope/logic";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { shownCapture, shownStore } from "../../bridge/index.ts";
import { KeyValues } from "../../widgets/KeyValues.tsx";
import { Section } from "../../widgets/Section.tsx";
import { samplePeriod, timeText } from "../currentZero.ts";
import { channelOf, channelsStore } from "../lanes/channelsStore.ts";
import { scopeStore } from "../scopeStore.ts";
import { spanText } from "../spanText.ts";
import styles from "./inspector.module.css";
import { periodsText } from "./periodsText.ts";
import { stretchStore } from "./stretchStore.ts";
import { useBeat } from "./useBeat.ts";

/** From gold to blue: the one big figure. */
export function DistanceSection() {
	const { gold, blue, green, red } = useBeat(() => scopeStore.getState().cursors, [scopeStore]);
	const times = useBeat(() => {
		const { cursors } = scopeStore.getState();
		const text = (time: number | undefined): string | undefined =>
			time === undefined ? undefined : timeText(time);
		return { gold: text(cursors.gold), blue: text(cursors.blue) };
	}, [scopeStore, shownStore]);
	const delta = gold === undefined || blue === undefined ? undefined : blue - gold;
	const overGap = useStore(stretchStore, (state) => state.lanes?.some((lane) => lane.overGap) ?? false);
	const period = samplePeriod();
	return (
		<Section
			title={
				<>
					<span className={styles["gold"]}>G</span> to <span className={styles["blue"]}>B</span>
				</>
			}
			aside={
				overGap && delta !== undefined ? (
					<span className={styles["attention"]}>over a gap</span>
				) : (
					<Periods delta={delta} />
				)
			}
		>
			<div className={styles["figure"]}>
				<span className={styles["big"]} data-testid="distance">
					{delta === undefined ? "–" : spanText(delta)}
				</span>
				<span className={styles["tolerance"]}>
					{delta === undefined || period === undefined ? "" : `±${formatSpan(period, { trim: true })}`}
				</span>
				<span className={styles["frequency"]}>
					{delta === undefined || delta === 0 ? "–" : formatFrequency(1e6 / Math.abs(delta))}
				</span>
			</div>
			<KeyValues
				rows={[
					[
						"Gold",
						<span key="gold" data-testid="gold-time">
							{times.gold ?? "–"}
						</span>,
					],
					[
						"Blue",
						<span key="blue" data-testid="blue-time">
							{times.blue ?? "–"}
						</span>,
					],
					...(green === undefined || red === undefined
						? []
						: ([["Green to red", spanText(red - green)]] as const)),
				]}
			/>
			{gold === undefined && (
				<p className={styles["hint"]}>
					Click in the traces to set gold; pause, and blue follows the pointer.
				</p>
			)}
		</Section>
	);
}

/** How many periods of the selected lane the distance is, when it is a whole number of them. */
function Periods({ delta }: { readonly delta: number | undefined }) {
	const channel = useStore(scopeStore, (state) => state.selected[0]);
	const gold = useStore(scopeStore, (state) => state.cursors.gold);
	const name = useStore(channelsStore, (state) =>
		channel === undefined ? "" : channelOf(channel, state).name,
	);
	const [pulse, setPulse] = useState<Pulse>();
	useEffect(() => {
		let isCurrent = true;
		if (channel === undefined || gold === undefined) setPulse(undefined);
		else
			shownCapture.pulseAt(channel, gold).then(
				(found) => {
					if (isCurrent) setPulse(found);
				},
				() => {
					if (isCurrent) setPulse(undefined);
				},
			);
		return () => {
			isCurrent = false;
		};
	}, [channel, gold]);
	return delta === undefined ? null : periodsText(delta, pulse?.period, name);
}

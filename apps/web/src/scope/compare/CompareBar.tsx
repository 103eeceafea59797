import { formatSpan, groupDigits, parseTime } from "@gpioscope/logic";
import { NativeSelect, SegmentedControl } from "@mantine/core";
import { ChevronLeft, ChevronRight, GitCompareArrows, X } from "lucide-react";
import { useEffect } from "react";
import { useStore } from "zustand";
import { type CaptureSource, capturesStore, shownEntry } from "../../bridge/index.ts";
import { usePhone } from "../../theme/phone.ts";
import { IconButton } from "../../widgets/IconButton.tsx";
import { captureName } from "../files/captureText.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { scopeStore } from "../scopeStore.ts";
import { TextField } from "../toolbar/TextField.tsx";
import styles from "./compare.module.css";
import { type CompareWay, compareStore, compareWith, endComparing } from "./compareStore.ts";
import { startComparing } from "./runCompare.ts";
import { alignmentNow, alignmentsNow, pairingNow } from "./sides.ts";
import { stepToDifference } from "./stepToDifference.ts";

/** What is compared with what, how, and what came of it; nothing while nothing is compared. */
export function CompareBar() {
	useEffect(startComparing, []);
	const other = useStore(compareStore, (state) => state.other);
	if (other === undefined) return null;
	return <Bar other={other} />;
}

function Bar({ other }: { readonly other: string }) {
	const entries = useStore(capturesStore, (state) => state.entries);
	const shown = useStore(capturesStore, (state) => state.shown);
	const tolerance = useStore(compareStore, (state) => state.tolerance);
	// What two captures have in common changes with their marks.
	useStore(compareStore, (state) => state.alignment);
	useStore(scopeStore, (state) => state.named);
	useStore(scopeStore, (state) => state.cursors.gold);
	const ways = alignmentsNow();
	return (
		<div className={styles["bar"]} role="toolbar" aria-label="Comparison">
			<GitCompareArrows size={14} className={styles["icon"] ?? ""} />
			<Side letter="A" />
			<span className={styles["shown"]} title={captureName(shownEntry().source)}>
				{captureName(shownEntry().source)}
			</span>
			<Side letter="B" />
			<NativeSelect
				size="xs"
				aria-label="Compare with"
				value={other}
				onChange={(event) => compareWith(event.currentTarget.value)}
				data={entries
					.filter(({ id }) => id !== shown)
					.map(({ id, source }) => ({ value: id, label: captureName(source as CaptureSource) }))}
			/>
			<span className={styles["word"]}>aligned at</span>
			<NativeSelect
				size="xs"
				aria-label="Aligned at"
				value={alignmentNow()?.id ?? ""}
				onChange={(event) => compareStore.setState({ alignment: event.currentTarget.value })}
				data={ways.map(({ id, label }) => ({ value: id, label }))}
			/>
			<TextField
				id="compare-tolerance"
				label="Tolerance"
				value={formatSpan(tolerance)}
				placeholder="1 µs"
				width={112}
				leftSection={<span className={styles["prefix"]}>±</span>}
				onEnter={(text) => {
					const micros = parseTime(text);
					if (micros === undefined || micros < 0) return "A time, such as 5 us.";
					compareStore.setState({ tolerance: micros });
					return undefined;
				}}
			/>
			<WayControl />
			<Outcome />
			<span className={styles["space"]} />
			<IconButton icon={X} label="End the comparison" size="xs" onClick={endComparing} />
			<Unpaired />
		</div>
	);
}

function Side({ letter }: { readonly letter: "A" | "B" }) {
	return <span className={styles["side"]}>{letter}</span>;
}

function WayControl() {
	const way = useStore(compareStore, (state) => state.way);
	const isPhone = usePhone();
	return (
		<SegmentedControl
			size={isPhone ? "lg" : "xs"}
			className={styles["way"] ?? ""}
			aria-label="How both are shown"
			data={WAYS}
			value={way}
			onChange={(value) => compareStore.setState({ way: value as CompareWay })}
		/>
	);
}

const WAYS: { value: CompareWay; label: string }[] = [
	{ value: "overlay", label: "Overlay" },
	{ value: "beside", label: "Side by side" },
];

/** Lines that only one of the two has: they cannot be compared. */
function Unpaired() {
	useStore(laneStore, (state) => state.lanes);
	useStore(compareStore, (state) => state.result);
	const { onlyFirst, onlySecond } = pairingNow();
	const parts = [onlyText("A", onlyFirst), onlyText("B", onlySecond)].filter((part) => part !== "");
	if (parts.length === 0) return null;
	return <p className={styles["unpaired"]}>{parts.join(" · ")}</p>;
}

/** So many names are told; of the others the number. */
const MOST_NAMES = 8;

function onlyText(side: "A" | "B", channels: readonly { readonly name: string }[]): string {
	if (channels.length === 0) return "";
	const names = channels.slice(0, MOST_NAMES).map(({ name }) => name);
	const more = channels.length - names.length;
	return `Only in ${side}: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function Outcome() {
	const result = useStore(compareStore, (state) => state.result);
	useStore(laneStore, (state) => state.lanes);
	const count = result?.differences.count ?? 0;
	return (
		<>
			<IconButton
				icon={ChevronLeft}
				label="Previous difference"
				size="xs"
				disabled={count === 0}
				onClick={() => void stepToDifference("previous")}
			/>
			<IconButton
				icon={ChevronRight}
				label="Next difference"
				size="xs"
				disabled={count === 0}
				onClick={() => void stepToDifference("next")}
			/>
			<output className={styles["outcome"]} data-differs={count > 0 || undefined}>
				{outcomeText()}
			</output>
		</>
	);
}

/** `12 differences in 4 lanes over 3.931 ms`. */
function outcomeText(): string {
	const { result } = compareStore.getState();
	if (pairingNow().pairs.length === 0) return "No lane here has the name of one there.";
	if (result === undefined) return "Comparing…";
	const { count, compared } = result.differences;
	if (compared === 0) return "They have no time in common when laid on each other so.";
	const found =
		count === 0 ? "No difference" : count === 1 ? "1 difference" : `${groupDigits(count, 0)} differences`;
	const paired = result.pairs.length;
	const where = paired === 1 ? "1 lane" : `${paired} lanes`;
	return `${found} in ${where} over ${formatSpan(compared)}`;
}

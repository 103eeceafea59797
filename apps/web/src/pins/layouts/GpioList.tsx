import { type Board, chipGpios } from "@gpioscope/logic";
import { Button } from "@mantine/core";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useStore } from "zustand";
import { namesStore, ownName } from "../../stores/namesStore.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { matchesPin } from "../model/findPin.ts";
import { usualName } from "../model/pinRow.ts";
import { pinsViewStore, usePinsView } from "../pinsViewStore.ts";
import { GpioGrid } from "./GpioGrid.tsx";
import styles from "./GpioList.module.css";

interface Props {
	readonly board: Board;
	readonly compact: boolean;
}

/**
 * Every GPIO in one column, by number: those that the board leads out, and when asked for those that it uses itself.
 * Only those found while something is searched.
 */
export function GpioList({ board, compact }: Props) {
	const query = usePinsView((state) => state.query);
	const showsInner = usePinsView((state) => state.showsInner);
	const names = useStore(namesStore);
	const isFound = (gpio: number): boolean =>
		matchesPin(query, gpio, ownName(names, gpio) ?? usualName(gpio, board), board);
	const outer = board.gpios.filter(isFound);
	const inner = chipGpios.filter((gpio) => !board.gpios.includes(gpio) && isFound(gpio));
	if (outer.length + inner.length === 0) return <EmptyNote>No GPIO answers to “{query}”.</EmptyNote>;
	const Chevron = showsInner ? ChevronDown : ChevronRight;
	return (
		<div className={styles["list"]} data-compact={compact || undefined}>
			{outer.length > 0 && (
				<GpioGrid label={`GPIOs of ${board.name}`} board={board} gpios={outer} compact={compact} />
			)}
			{inner.length > 0 && (
				<Button
					className={styles["inner"] ?? ""}
					variant="subtle"
					size={compact ? "lg" : "xs"}
					leftSection={<Chevron size={14} />}
					aria-expanded={showsInner}
					onClick={() => pinsViewStore.setState({ showsInner: !showsInner })}
				>
					Inside the board: {inner.length} GPIO{inner.length === 1 ? "" : "s"}
				</Button>
			)}
			{showsInner && inner.length > 0 && (
				<>
					<p className={styles["note"]}>
						Wired to lights, power, sound, the SD card and other chips. Levels from GPIO 32 on come once a
						second.
					</p>
					<GpioGrid label={`GPIOs inside ${board.name}`} board={board} gpios={inner} compact={compact} />
				</>
			)}
		</div>
	);
}

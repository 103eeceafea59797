import type { Board } from "@gpioscope/logic";
import { useElementSize } from "@mantine/hooks";
import { CircuitBoard } from "lucide-react";
import { useEffect } from "react";
import { useConnection } from "../stores/connectionStore.ts";
import { useUi } from "../stores/hooks.ts";
import { usePhone } from "../theme/phone.ts";
import { EmptyNote } from "../widgets/EmptyNote.tsx";
import { useBoard } from "./activity/currentBoard.ts";
import { BoardHeader, HEADER_EXTRA } from "./board/BoardHeader.tsx";
import { Legend } from "./board/Legend.tsx";
import { LevelAnnouncer } from "./LevelAnnouncer.tsx";
import { BankList } from "./layouts/BankList.tsx";
import { GpioList } from "./layouts/GpioList.tsx";
import styles from "./PinsMain.module.css";
import { usePinsView } from "./pinsViewStore.ts";

/** px between two pins: as much as lets the whole board be seen, within these. */
const PITCH = { min: 30, max: 35 } as const;
const PHONE_PITCH = 44;
/** px under which labels stand in two lines and without their traces. */
const FULL_WIDTH = 740;

/** The pins of the connected board: as its header, by GPIO, or as banks. */
export function PinsMain() {
	const board = useBoard();
	const layout = usePinsView((state) => state.layout);
	const compact = usePhone();
	const { ref, height, width } = useElementSize();
	const hasInspector = useUi((state) => state.overlayOpen);
	useSelectedInSight(height);
	if (board === undefined) return <Waiting />;
	return (
		<div className={styles["main"]} data-inspector={hasInspector || undefined}>
			<BoardBanner board={board} />
			<div ref={ref} className={styles["scroll"]}>
				{layout === "banks" ? (
					<BankList board={board} />
				) : layout === "header" && board.headers.length > 0 ? (
					<Headers board={board} phone={compact} width={width} height={height} />
				) : (
					<GpioList board={board} compact={compact} />
				)}
			</div>
			{!compact && <Legend />}
			<LevelAnnouncer />
		</div>
	);
}

/** What is selected stays in sight when something takes room from the pins, as the sheet of a phone does. */
function useSelectedInSight(height: number): void {
	const selected = useUi((state) => state.selectedGpio);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new height is what can hide it
	useEffect(() => {
		if (selected === undefined) return;
		const cell = document.querySelector(`[role="gridcell"][data-gpio="${selected}"]`);
		cell?.scrollIntoView({ block: "nearest" });
	}, [selected, height]);
}

interface HeadersProps {
	readonly board: Board;
	readonly phone: boolean;
	/** px that there are for all headers. */
	readonly width: number;
	readonly height: number;
}

function Headers({ board, phone, width, height }: HeadersProps) {
	const rows = board.headers.reduce((sum, header) => sum + Math.ceil(header.pins.length / 2), 0);
	const fitting = Math.floor((height - board.headers.length * HEADER_EXTRA) / rows);
	const compact = phone || (width > 0 && width < FULL_WIDTH);
	const pitch = phone ? PHONE_PITCH : Math.min(PITCH.max, Math.max(PITCH.min, fitting));
	return (
		<div className={styles["headers"]}>
			{board.headers.map((header, index) => (
				<BoardHeader
					key={header.name}
					board={board}
					header={header}
					pitch={pitch}
					compact={compact}
					{...(index === 0 ? {} : { title: header.name })}
				/>
			))}
		</div>
	);
}

function BoardBanner({ board }: { readonly board: Board }) {
	const layout = usePinsView((state) => state.layout);
	if (!board.known)
		return (
			<p className={styles["banner"]}>
				Board revision {board.revision.toString(16)} is not known here, so the usual 40-pin header is shown.
				Check pins against your board before you drive them.
			</p>
		);
	if (board.headers.length === 0 && layout === "header")
		return <p className={styles["banner"]}>{board.name} has no header of its own: its GPIOs are listed.</p>;
	return null;
}

function Waiting() {
	const isOnItsWay = useConnection(
		({ socket, target }) => socket.kind === "connecting" || target?.state.kind === "connecting",
	);
	return (
		<EmptyNote icon={CircuitBoard}>
			{isOnItsWay
				? "Asking the board for its pins…"
				: "The board's pins appear here as soon as pigpiod answers."}
		</EmptyNote>
	);
}

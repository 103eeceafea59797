import type { Board } from "@gpioscope/logic";
import { useElementSize } from "@mantine/hooks";
import { CircuitBoard } from "lucide-react";
import { useEffect, useRef } from "react";
import { useConnection } from "../stores/connectionStore.ts";
import { useUi } from "../stores/hooks.ts";
import { EmptyNote } from "../widgets/EmptyNote.tsx";
import { useBoard } from "./activity/currentBoard.ts";
import { BoardHeader, HEADER_EXTRA } from "./board/BoardHeader.tsx";
import { Legend } from "./board/Legend.tsx";
import { BankList } from "./layouts/BankList.tsx";
import { GpioList } from "./layouts/GpioList.tsx";
import styles from "./PinsMain.module.css";
import { usePinsView } from "./pinsViewStore.ts";
import { usePhone } from "./usePhone.ts";

/** px between two pins: as much as lets the whole board be seen, within these. */
const PITCH = { min: 30, max: 35 } as const;
const PHONE_PITCH = 44;

/** The pins of the connected board: as its header, by GPIO, or as banks. */
export function PinsMain() {
	const board = useBoard();
	const layout = usePinsView((state) => state.layout);
	const compact = usePhone();
	if (board === undefined) return <Waiting />;
	return (
		<div className={styles["main"]}>
			<BoardBanner board={board} />
			<div className={styles["scroll"]}>
				{layout === "banks" && !compact ? (
					<BankList board={board} />
				) : layout === "header" && board.headers.length > 0 ? (
					<Headers board={board} compact={compact} />
				) : (
					<GpioList board={board} compact={compact} />
				)}
			</div>
			{!compact && <Legend />}
		</div>
	);
}

function Headers({ board, compact }: { readonly board: Board; readonly compact: boolean }) {
	const box = useRef<HTMLDivElement>(null);
	const { ref, height } = useElementSize();
	const rows = board.headers.reduce((sum, header) => sum + Math.ceil(header.pins.length / 2), 0);
	const fitting = Math.floor((height - board.headers.length * HEADER_EXTRA) / rows);
	const pitch = compact ? PHONE_PITCH : Math.min(PITCH.max, Math.max(PITCH.min, fitting));
	const selected = useUi((state) => state.selectedGpio);
	// What is selected stays in sight when the sheet takes room from below.
	useEffect(() => {
		if (selected === undefined || !compact) return;
		const frame = requestAnimationFrame(() =>
			box.current?.querySelector(`[data-gpio="${selected}"]`)?.scrollIntoView({ block: "nearest" }),
		);
		return () => cancelAnimationFrame(frame);
	}, [selected, compact]);
	return (
		<div ref={ref} className={styles["fit"]}>
			<div ref={box} className={styles["headers"]}>
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
	const state = useConnection((connection) => connection.target?.state.kind);
	return (
		<EmptyNote icon={CircuitBoard}>
			{state === "disconnected"
				? "The board's pins appear here as soon as pigpiod answers."
				: "Asking the board for its pins…"}
		</EmptyNote>
	);
}

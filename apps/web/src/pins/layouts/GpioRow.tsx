// biome-ignore-all lint/a11y/useSemanticElements: an interactive grid of divs, as WAI-ARIA describes it
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, not the rows
import { type Board, isPermitted, padClassOfGpio, pinOf } from "@gpioscope/logic";
import { useConnection } from "../../stores/connectionStore.ts";
import { usePin } from "../../stores/pinsStore.ts";
import { useLive } from "../activity/currentBoard.ts";
import { usePinRow } from "../activity/usePinRow.ts";
import { handlePinKey } from "../board/handlePinKey.ts";
import { Pad } from "../board/Pad.tsx";
import { PhonePinLabel } from "../board/PhonePinLabel.tsx";
import { PinLabel } from "../board/PinLabel.tsx";
import { QuestionPopover } from "../board/QuestionPopover.tsx";
import { usePadGestures } from "../board/usePadGestures.ts";
import { changedByText } from "../model/pinBadge.ts";
import styles from "./GpioList.module.css";

interface Props {
	readonly gpio: number;
	readonly board: Board;
	readonly compact: boolean;
	readonly selected: boolean;
	readonly tabbable: boolean;
}

/** One GPIO of the list: pad, label, physical pin and who changed it last. */
export function GpioRow({ gpio, board, compact, selected, tabbable }: Props) {
	const row = usePinRow(gpio, board);
	const live = useLive();
	const facts = usePin(gpio);
	const sessionId = useConnection((state) => state.sessionId);
	const { held, handlers } = usePadGestures(gpio);
	const pin = pinOf(board, gpio)?.pin;
	const who = facts && changedByText(facts, sessionId);
	return (
		<div role="row" className={styles["row"]}>
			<div
				role="gridcell"
				className={styles["cell"]}
				data-gpio={gpio}
				tabIndex={tabbable ? 0 : -1}
				aria-label={row.spoken}
				aria-selected={selected}
				onKeyDown={(event) => handlePinKey(event, gpio)}
			>
				<QuestionPopover gpio={gpio} place="pad">
					<span className={styles["padBox"]} {...handlers}>
						<Pad
							gpio={gpio}
							padClass={padClassOfGpio(gpio, board)}
							live={live}
							selected={selected}
							locked={row.locked}
							held={held}
						/>
					</span>
				</QuestionPopover>
				{compact ? (
					<PhonePinLabel row={row} number={`GPIO ${gpio}`} selected={selected} />
				) : (
					<>
						<PinLabel row={row} number={`GPIO ${gpio}`} side="right" selected={selected} />
						<span className={styles["fact"]}>{pin === undefined ? "–" : `pin ${pin}`}</span>
						<span className={styles["fact"]}>
							{isPermitted(board, gpio) ? (who ?? "–") : "not permitted"}
						</span>
					</>
				)}
			</div>
		</div>
	);
}

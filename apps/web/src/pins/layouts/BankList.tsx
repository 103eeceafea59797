import { type Board, chipGpios, isPermitted } from "@gpioscope/logic";
import { useStore } from "zustand";
import { captureStore } from "../../bridge/index.ts";
import { firstOfBank2, useBank2 } from "../activity/bank2Store.ts";
import { useLive } from "../activity/currentBoard.ts";
import styles from "./BankList.module.css";
import { BankTable } from "./BankTable.tsx";
import { PadStrengths } from "./PadStrengths.tsx";

/** GPIOs of bank 1 and bank 2. */
const bank1 = chipGpios.slice(0, firstOfBank2);
const bank2 = chipGpios.slice(firstOfBank2);

/** Every GPIO of bank 2 known. */
const wholeBank2 = 2 ** bank2.length - 1;

/** All 54 GPIOs of the chip as pigpiod's two banks: levels as words, many outputs at once. */
export function BankList({ board }: { readonly board: Board }) {
	const level = useStore(captureStore, (state) => state.level);
	const known = useStore(captureStore, (state) => state.known);
	const live = useLive();
	const second = useBank2();
	const permitted = (gpio: number): boolean => isPermitted(board, gpio);
	return (
		<div className={styles["banks"]}>
			<BankTable
				title="Bank 1, GPIO 0 to 31"
				bank={1}
				gpios={bank1}
				level={level}
				known={live ? known : 0}
				permitted={permitted}
			/>
			<BankTable
				title="Bank 2, GPIO 32 to 53"
				bank={2}
				gpios={bank2}
				level={second ?? 0}
				known={live && second !== undefined ? wholeBank2 : 0}
				permitted={permitted}
			>
				Inside the board: LEDs, audio, the SD card and other chips. No reports come for them; their levels are
				read once a second.
			</BankTable>
			<PadStrengths />
		</div>
	);
}

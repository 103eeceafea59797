import { Button } from "@mantine/core";
import { Cable } from "lucide-react";
import { useMemo } from "react";
import { useStore } from "zustand";
import { useActBar } from "../../../stores/actBar.ts";
import { pinsStore } from "../../../stores/pinsStore.ts";
import { usePhone } from "../../../theme/phone.ts";
import { linesInUse } from "../../linesInUse.ts";
import { TakeButton } from "../../TakeButton.tsx";
import { useBoard } from "../../useBoard.ts";
import { giveLinesBack, takeLines } from "../deeds/openDevice.ts";
import { busKey, busWords, capital, type I2cBus } from "../model/i2cBus.ts";
import { useI2c } from "../state/useI2c.ts";
import styles from "./ScanSection.module.css";

/** Whether two GPIOs are taken for I²C, and the button that takes them or gives them back. */
export function TakenLines({ bus }: { readonly bus: Extract<I2cBus, { kind: "bitBang" }> }) {
	const isTaken = useI2c((state) => state.ports[busKey(bus)] !== undefined);
	const isBusy = useI2c((state) => state.running !== undefined);
	const bar = useActBar();
	const isPhone = usePhone();
	const pins = useStore(pinsStore, (state) => state.pins);
	const board = useBoard();
	const warnings = useMemo(
		() => (board === undefined ? [] : linesInUse([bus.sda, bus.scl], pins, board.processor)),
		[board, pins, bus.sda, bus.scl],
	);
	const words = capital(busWords(bus));
	return (
		<div className={styles["taken"]}>
			<span>
				{isTaken ? `${words} are taken for I²C.` : `Take ${busWords(bus)} first: pigpiod moves them itself.`}
			</span>
			{isTaken ? (
				<Button
					size={isPhone ? "lg" : "xs"}
					disabled={bar !== undefined || isBusy}
					onClick={() => void giveLinesBack(bus)}
				>
					Give back
				</Button>
			) : (
				<TakeButton
					label="Take them"
					icon={Cable}
					variant="filled"
					size={isPhone ? "lg" : "sm"}
					disabled={bar !== undefined || isBusy || bus.sda === bus.scl}
					warnings={warnings}
					onRun={() => void takeLines(bus)}
				/>
			)}
		</div>
	);
}

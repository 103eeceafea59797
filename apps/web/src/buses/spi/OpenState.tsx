import { spiGpios } from "@gpioscope/logic";
import { Button } from "@mantine/core";
import { useStore } from "zustand";
import { useActBar } from "../../stores/actBar.ts";
import { usePhone } from "../../theme/phone.ts";
import { Chip } from "../../widgets/Chip.tsx";
import { useIsWrong } from "../../widgets/fieldGroup.ts";
import styles from "./Spi.module.css";
import { speedText } from "./speedText.ts";
import { type OpenSpi, spiActivity } from "./spiActivity.ts";
import { setupProblem } from "./spiCalls.ts";
import { closeSpi, openSpi } from "./spiDesk.ts";
import { spiSettings } from "./spiSettings.ts";

/** Whether pigpiod has SPI open for this page, and as what. */
export function OpenState() {
	const open = useStore(spiActivity, (state) => state.open);
	const isBusy = useStore(spiActivity, (state) => state.isBusy);
	const isWrongSetup = useStore(spiSettings, ({ setup }) => setupProblem(setup) !== undefined);
	const isWrong = useIsWrong() || isWrongSetup;
	const bar = useActBar();
	const size = usePhone() ? "lg" : "xs";
	return (
		<div className={styles["state"]}>
			{open === undefined ? (
				<>
					<Chip tone="outline">Closed</Chip>
					<span className={styles["hint"]}>The first transfer opens it.</span>
					<Button
						size={size}
						disabled={bar !== undefined || isBusy || isWrong}
						onClick={() => void openSpi()}
					>
						Open
					</Button>
				</>
			) : (
				<>
					<Chip tone="accent">{open.setup.of === "bitBang" ? "Open" : `Open, handle ${open.id}`}</Chip>
					<span className={styles["hint"]}>{openText(open)}</span>
					<Button size={size} disabled={bar !== undefined} onClick={() => void closeSpi()}>
						Close
					</Button>
				</>
			)}
		</div>
	);
}

function openText({ setup }: OpenSpi): string {
	const { of, channel, flags, baud, bitBangBaud } = setup;
	const speed = speedText(of === "bitBang" ? bitBangBaud : baud);
	const where =
		of === "bitBang"
			? `GPIO ${setup.cs}`
			: `${of === "main" ? "Main" : "Auxiliary"} CE${channel}, GPIO ${spiGpios[of].selects[channel]}`;
	return `${where} · mode ${flags.mode} · ${speed}`;
}

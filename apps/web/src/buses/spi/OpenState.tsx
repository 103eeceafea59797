import { spiGpios } from "@gpioscope/logic";
import { Plug } from "lucide-react";
import { useStore } from "zustand";
import { useActBar } from "../../stores/actBar.ts";
import { usePhone } from "../../theme/phone.ts";
import { useIsWrong } from "../../widgets/fieldGroup.ts";
import { OpenBar } from "../OpenBar.tsx";
import { TakeButton } from "../TakeButton.tsx";
import { speedText } from "./speedText.ts";
import { type OpenSpi, spiActivity } from "./spiActivity.ts";
import { setupProblem } from "./spiCalls.ts";
import { closeSpi, openSpi } from "./spiDesk.ts";
import { spiSettings } from "./spiSettings.ts";
import { useSpiWarnings } from "./useSpiWarnings.ts";

/** Whether pigpiod has SPI open for this page, and as what. */
export function OpenState() {
	const open = useStore(spiActivity, (state) => state.open);
	const isBusy = useStore(spiActivity, (state) => state.isBusy);
	const setup = useStore(spiSettings, (state) => state.setup);
	const isWrong = useIsWrong() || setupProblem(setup) !== undefined;
	const warnings = useSpiWarnings(setup);
	const bar = useActBar();
	const size = usePhone() ? "lg" : "sm";
	return (
		<OpenBar
			open={open && { handle: open.setup.of === "bitBang" ? undefined : open.id, as: openText(open) }}
			closedText="The first transfer opens it."
			opener={
				<TakeButton
					label="Open"
					icon={Plug}
					size={size}
					disabled={bar !== undefined || isBusy || isWrong}
					warnings={warnings}
					onRun={() => void openSpi()}
				/>
			}
			onClose={() => void closeSpi()}
		/>
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

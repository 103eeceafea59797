import { frameText } from "@gpioscope/logic";
import { Plug } from "lucide-react";
import { useStore } from "zustand";
import { ActBand, ProblemNote } from "../../panels/act/index.ts";
import { useActBar } from "../../stores/actBar.ts";
import { usePhone } from "../../theme/phone.ts";
import { FieldForm } from "../../widgets/FieldForm.tsx";
import { useIsWrong } from "../../widgets/fieldGroup.ts";
import lines from "../lines.module.css";
import { OpenBar } from "../OpenBar.tsx";
import { TakeButton } from "../TakeButton.tsx";
import { SendLine } from "./SendLine.tsx";
import styles from "./Serial.module.css";
import { SerialForm } from "./SerialForm.tsx";
import { SerialInspector } from "./SerialInspector.tsx";
import { type OpenLine, serialActivity } from "./serialActivity.ts";
import { deviceProblem, lineProblem } from "./serialCalls.ts";
import { closeSerial, openSerial } from "./serialDesk.ts";
import { serialSettings } from "./serialSettings.ts";
import { Terminal } from "./Terminal.tsx";
import { TerminalBar } from "./TerminalBar.tsx";
import { useSerialWarnings } from "./useSerialWarnings.ts";

/** Serial lines: the line at the left, the terminal at the right; on a phone one below the other. */
export function SerialMain() {
	const settings = useStore(serialSettings);
	const phone = usePhone();
	const error = useStore(serialActivity, (state) => state.error);
	return (
		<FieldForm className={lines["layout"]}>
			<div className={lines["form"]}>
				<SerialForm settings={settings} />
				{phone && <SerialInspector />}
			</div>
			<section className={styles["work"]} aria-label="Serial terminal">
				<ActBand to="open a serial line" />
				<OpenState />
				{error !== undefined && <ProblemNote error={error} />}
				<TerminalBar />
				<Terminal />
				<SendLine />
			</section>
		</FieldForm>
	);
}

/** Whether the line is open, and what opens or closes it. */
function OpenState() {
	const settings = useStore(serialSettings);
	const open = useStore(serialActivity, (state) => state.open);
	const isChanging = useStore(serialActivity, (state) => state.isChanging);
	const bar = useActBar();
	const warnings = useSerialWarnings(settings);
	const problem = lineProblem(settings);
	// The field of the device says itself what is wrong with it.
	const toldHere = problem === deviceProblem(settings.device) ? undefined : problem;
	const isWrong = useIsWrong() || problem !== undefined;
	const size = usePhone() ? "lg" : "sm";
	return (
		<OpenBar
			open={
				open && {
					handle: open.line.held?.kind === "serial" ? open.line.held.id : undefined,
					as: openText(open),
				}
			}
			closedText={toldHere}
			isProblem={toldHere !== undefined}
			opener={
				<TakeButton
					label="Open"
					icon={Plug}
					variant="filled"
					size={size}
					disabled={bar !== undefined || isChanging || isWrong}
					warnings={warnings}
					onRun={() => void openSerial()}
				/>
			}
			onClose={() => void closeSerial()}
		/>
	);
}

function openText({ settings }: OpenLine): string {
	const { source, device, portBaud, rx, tx, receives, sends, frame } = settings;
	if (source === "port") return `${device} · ${portBaud} 8N1`;
	const ways = [...(receives ? [`receives on GPIO ${rx}`] : []), ...(sends ? [`sends on GPIO ${tx}`] : [])];
	return `${ways.join(", ")} · ${frameText(frame)}`;
}

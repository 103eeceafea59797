import { packCharacters } from "@gpioscope/logic";
import type { Invocation } from "@gpioscope/protocol";
import { useStore } from "zustand";
import { SameInCode } from "../../panels/code/SameInCode.tsx";
import { Section } from "../../widgets/Section.tsx";
import lines from "../lines.module.css";
import { serialActivity } from "./serialActivity.ts";
import { addSerialCall, lineProblem, openCalls } from "./serialCalls.ts";
import { type SerialSettings, serialSettings } from "./serialSettings.ts";

/** The terminal as code, and what has to be known of serial lines. */
export function SerialInspector() {
	const settings = useStore(serialSettings);
	const held = useStore(serialActivity, (state) => state.open?.line.held);
	const handle = held?.kind === "serial" ? held.id : 0;
	const calls = lineProblem(settings) === undefined ? exampleCalls(settings, handle) : [];
	return (
		<>
			<SameInCode calls={calls} empty="What is wrong with the settings comes first." />
			<Section title="Good to know">
				<ul className={lines["facts"]}>
					{settings.source === "port" ? (
						<>
							<li>
								What runs on the port, such as the serial console, must be off: both would take the bytes.
							</li>
							<li>pigpio keeps the device open until it is closed here, or this page leaves.</li>
						</>
					) : (
						<>
							<li>pigpiod takes characters out of the samples: bits must be longer than two samples.</li>
							<li>It keeps 8192 bytes until they are asked for; what comes then is lost.</li>
							<li>It knows no parity: its bit is read as one more data bit, and checked here.</li>
						</>
					)}
				</ul>
			</Section>
		</>
	);
}

/** Opens the line, says "Hello" where it can, and takes what came in. */
function exampleCalls(settings: SerialSettings, handle: number): readonly Invocation[] {
	const { source, sends, receives, rx, frame } = settings;
	const hello = new TextEncoder().encode("Hello");
	const opened: readonly Invocation[] = openCalls(settings);
	if (source === "port")
		return [
			...opened,
			{ name: "writeSerial", args: { handle, data: hello } },
			{ name: "readSerial", args: { handle, count: 100 } },
		];
	const data = packCharacters([...hello], frame);
	return [
		...opened,
		...(sends && !frame.inverted
			? ([
					{ name: "newWave", args: {} },
					addSerialCall(settings, data),
					{ name: "createWave", args: {} },
				] satisfies readonly Invocation[])
			: []),
		...(receives
			? ([{ name: "readBitBangSerial", args: { gpio: rx, count: 100 } }] satisfies readonly Invocation[])
			: []),
	];
}

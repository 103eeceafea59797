import { useStore } from "zustand";
import { SameInCode } from "../../panels/code/SameInCode.tsx";
import { readHex } from "../../widgets/hexBytes.ts";
import { Section } from "../../widgets/Section.tsx";
import lines from "../lines.module.css";
import { useSamplePeriod } from "../samplePeriod.ts";
import { speedText } from "./speedText.ts";
import { spiActivity } from "./spiActivity.ts";
import { bytesProblem, closeCall, exchangeCall, openCall, setupProblem } from "./spiCalls.ts";
import { spiSettings } from "./spiSettings.ts";

/** Fewer samples in a clock do not show both of its levels for sure. */
const SAMPLES_PER_CLOCK = 4;

/** The transfer as code, and what has to be known of SPI. */
export function SpiInspector() {
	const settings = useStore(spiSettings);
	const handle = useStore(spiActivity, (state) => state.open?.id);
	const { setup, verb, hex, count } = settings;
	const data = readHex(hex).bytes;
	const period = useSamplePeriod();
	const fastestSeen = 1_000_000 / (SAMPLES_PER_CLOCK * period);
	const isWrong = (setupProblem(setup) ?? bytesProblem(settings)) !== undefined;
	const id = setup.of === "bitBang" ? setup.cs : (handle ?? 0);
	const calls =
		isWrong || (verb !== "read" && data === undefined)
			? []
			: [
					openCall(setup),
					exchangeCall(setup, id, verb, data ?? new Uint8Array(), count),
					closeCall(setup, id),
				];
	return (
		<>
			<SameInCode calls={calls} empty="What is wrong with the settings or bytes comes first." />
			<Section title="Good to know">
				<ul className={lines["facts"]}>
					{setup.of === "bitBang" ? (
						<>
							<li>pigpiod makes the clock itself: at most 250 kHz, and less even than a controller's.</li>
							<li>Devices may share clock and data; each has a select of its own.</li>
						</>
					) : (
						<>
							<li>Opening gives all lines of the controller to it; closing gives them back.</li>
							{setup.baud > fastestSeen && (
								<li>
									This clock is faster than the trace can show: with a sample every {period} µs it sees clocks
									up to {speedText(fastestSeen)}.
								</li>
							)}
						</>
					)}
					<li>Bytes come in while bytes go out. To read, send as many zeros as there are bytes to come.</li>
				</ul>
			</Section>
		</>
	);
}

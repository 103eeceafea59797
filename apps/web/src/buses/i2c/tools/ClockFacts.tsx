import { decodableClock, formatFrequency, samplingAdvice } from "@gpioscope/logic";
import { Button } from "@mantine/core";
import { useState } from "react";
import { Chip } from "../../../widgets/Chip.tsx";
import { PanelPopover } from "../../../widgets/PanelPopover.tsx";
import styles from "./I2cTools.module.css";
import { useClock } from "./useClock.ts";

/** The clock that a Pi's controller has unless it is set up otherwise, Hz. */
const USUAL_CLOCK = 100_000;

/** How fast the clock line runs, and whether the samples are dense enough to decode it. */
export function ClockFacts() {
	const [isOpen, setOpen] = useState(false);
	const { clock, isTooFast, samplePeriod } = useClock();
	const decodable = formatFrequency(decodableClock(samplePeriod), { trim: true });
	const measured = isTooFast || clock !== undefined;
	const beyond = measured ? samplingAdvice(isTooFast ? undefined : clock, samplePeriod) : undefined;
	const advice = beyond ?? samplingAdvice(USUAL_CLOCK, samplePeriod);
	return (
		<>
			<span className={styles["fact"]}>
				Clock measured <b>{isTooFast ? "too fast" : clock === undefined ? "–" : formatFrequency(clock)}</b>
			</span>
			<PanelPopover
				label="What sampling can decode"
				isOpen={isOpen}
				width={300}
				position="bottom-end"
				onClose={() => setOpen(false)}
				target={
					<Button size="xs" variant="subtle" px={4} onClick={() => setOpen(!isOpen)}>
						<Chip tone={beyond === undefined ? "outline" : "attention"}>
							{samplePeriod} µs sampling decodes up to {decodable}
						</Chip>
					</Button>
				}
			>
				<p>
					{advice ??
						`A Pi's usual ${formatFrequency(USUAL_CLOCK, { trim: true })} I²C is decoded for certain.`}
				</p>
				<p className={styles["hint"]}>
					A clock period takes five samples to be decoded for certain. The bus itself works at any speed.
				</p>
			</PanelPopover>
		</>
	);
}

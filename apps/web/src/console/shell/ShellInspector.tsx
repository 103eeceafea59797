import { useStore } from "zustand";
import { SameInCode } from "../../panels/code/SameInCode.tsx";
import { Section } from "../../widgets/Section.tsx";
import styles from "../tools.module.css";
import { shellStore } from "./shellStore.ts";

/** What programs and functions can do and cannot. */
export function ShellInspector() {
	const last = useStore(shellStore, ({ runs }) => runs[0]?.call);
	return (
		<>
			<Section title="Programs">
				<p className={styles["text"]}>
					pigpiod starts them in a shell and waits for their end. It tells the exit code only: to see what a
					program prints, let it write a file and read that under Files.
				</p>
			</Section>
			<Section title="Custom functions">
				<p className={styles["text"]}>
					gpioCustom1 and gpioCustom2 in custom.cext of pigpio&apos;s source are made for own code. Those of
					an unchanged pigpiod are examples: the first gives the largest of its arguments, the second its
					bytes in reverse.
				</p>
			</Section>
			<SameInCode calls={last === undefined ? [] : [last]} empty="What is run shows here as code." />
		</>
	);
}

import { useStore } from "zustand";
import { usePhone } from "../theme/phone.ts";
import { Segments } from "../widgets/Segments.tsx";
import styles from "./ConsoleToolbar.module.css";
import { consoleStore, showTool } from "./consoleStore.ts";
import { PhoneHelp } from "./PhoneHelp.tsx";
import { toolKinds } from "./toolKinds.ts";
import { tools } from "./tools.ts";

const SEGMENTS = toolKinds.map((kind) => ({ value: kind, label: tools[kind].label }));

/** Which tool is on view, and what can be chosen of it. */
export function ConsoleToolbar() {
	const tool = useStore(consoleStore, (state) => state.tool);
	const isPhone = usePhone();
	const { Tools, Inspector } = tools[tool];
	return (
		<>
			<Segments
				label="Tool"
				segments={SEGMENTS}
				value={tool}
				size={isPhone ? "touch" : "bar"}
				className={styles["tools"]}
				onPick={showTool}
			/>
			{Tools !== undefined && <Tools />}
			{isPhone && Inspector !== undefined && <PhoneHelp Inspector={Inspector} />}
		</>
	);
}

import { shownStore } from "../../bridge/index.ts";
import { GO_TO_FIELD } from "../actions/moving.ts";
import { timeText } from "../currentZero.ts";
import { goToFacts } from "../goToFacts.ts";
import { jumpTo } from "../jumps.ts";
import { newestTime } from "../mainViewport.ts";
import { parseGoTo } from "../view/goTo.ts";
import { TextField } from "./TextField.tsx";
import styles from "./toolbar.module.css";

/** Goes to a time, a marker or a time of day. */
export function GoToField() {
	return (
		<TextField
			id={GO_TO_FIELD}
			label="Go to"
			value=""
			placeholder="@G +5 ms"
			width={156}
			leftSection={<span className={styles["prefix"]}>Go to</span>}
			onEnter={(text) => {
				const found = parseGoTo(text, goToFacts());
				if ("problem" in found) return found.problem;
				const { firstTime } = shownStore.getState();
				const newest = newestTime();
				if (!(found.time >= firstTime && found.time <= newest)) return outsideText(firstTime, newest);
				jumpTo(found.time);
				return undefined;
			}}
		/>
	);
}

/** There is nothing to see before or after what was captured. */
function outsideText(first: number, end: number): string {
	if (first >= end) return "Nothing is captured yet.";
	return `Not captured. There is ${timeText(first)} to ${timeText(end)}.`;
}

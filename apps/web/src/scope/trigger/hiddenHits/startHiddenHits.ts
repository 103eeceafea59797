import { groupDigits } from "@gpioscope/logic";
import { sentenceOf } from "../sentence.ts";
import { statusStore } from "../statusStore.ts";
import { currentTriggers } from "../triggerStore.ts";
import { HiddenHits } from "./HiddenHits.ts";
import { hitNoticeStore, noticePermission } from "./hitNoticeStore.ts";

/** More are not told apart in a tab. */
const MOST_SHOWN = 9999;

/**
 * While nobody sees the page, counts hits in the tab's title, `(3) gpioscope`, and tells of the first one of each trigger
 * by a notification where a person wants that; the answer ends it.
 */
export function startHiddenHits(): () => void {
	const hidden = new HiddenHits();
	const title = document.title;
	const note = (): void => {
		const { count, first } = hidden.look(statusStore.getState().triggers);
		if (count > 0) document.title = `(${countText(count)}) ${title}`;
		for (const number of first) notify(number);
	};
	const turn = (): void => {
		if (document.hidden) hidden.begin(statusStore.getState().triggers);
		else {
			hidden.end();
			document.title = title;
		}
	};
	turn();
	document.addEventListener("visibilitychange", turn);
	const stop = statusStore.subscribe(note);
	return () => {
		document.removeEventListener("visibilitychange", turn);
		stop();
		document.title = title;
	};
}

function countText(count: number): string {
	return count > MOST_SHOWN ? `${groupDigits(MOST_SHOWN, 0)}+` : groupDigits(count, 0);
}

function notify(number: number): void {
	const trigger = currentTriggers().find((one) => one.number === number);
	if (trigger === undefined || !hitNoticeStore.getState().isOn || noticePermission() !== "granted") return;
	const notification = new Notification(`${trigger.name || `Trigger ${number}`} was hit`, {
		body: sentenceOf(trigger),
		tag: `gpioscope trigger ${number}`,
	});
	notification.onclick = () => {
		window.focus();
		notification.close();
	};
}

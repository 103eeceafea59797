import type { ShownHit } from "./statusStore.ts";

let titleBefore: string | undefined;

/** Tells of a hit in the tab's title, and by a notification where that was allowed before, while nobody sees the page. */
export function noticeHit({ trigger, hit }: ShownHit, sentence: string): void {
	if (!document.hidden) return;
	if (titleBefore === undefined) {
		titleBefore = document.title;
		document.addEventListener("visibilitychange", restoreTitle);
	}
	document.title = `● T${trigger} hit · ${titleBefore}`;
	if (typeof Notification === "undefined" || Notification.permission !== "granted") return;
	const notification = new Notification(`Trigger ${trigger} hit #${hit}`, {
		body: sentence,
		tag: `gpioscope trigger ${trigger}`,
	});
	notification.onclick = () => window.focus();
}

function restoreTitle(): void {
	if (document.hidden || titleBefore === undefined) return;
	document.title = titleBefore;
	titleBefore = undefined;
	document.removeEventListener("visibilitychange", restoreTitle);
}

import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { followStorage } from "../../../stores/followStorage.ts";

/** Whether a person wants to be told of hits while nobody sees the page; kept in the browser. */
export const hitNoticeStore = createStore<{ readonly isOn: boolean }>()(
	persist((): { readonly isOn: boolean } => ({ isOn: false }), { name: "gpioscope.hitNotice", version: 1 }),
);
followStorage(hitNoticeStore);

/** What the browser says of notifications: without https only pages of this very computer may ask for them. */
export function noticePermission(): NotificationPermission | "unavailable" {
	if (typeof Notification === "undefined" || !window.isSecureContext) return "unavailable";
	return Notification.permission;
}

/** Switches notifications on or off; whoever switches them on is asked by the browser. */
export async function setHitNotice(isOn: boolean): Promise<void> {
	if (isOn && noticePermission() === "default") await Notification.requestPermission();
	hitNoticeStore.setState({ isOn: isOn && noticePermission() === "granted" });
}

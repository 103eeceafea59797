import { Switch } from "@mantine/core";
import { useId, useState } from "react";
import { useStore } from "zustand";
import styles from "../trigger.module.css";
import { hitNoticeStore, noticePermission, setHitNotice } from "./hitNoticeStore.ts";

/** Whether hits are told by a notification while nobody sees the page. */
export function HitNoticeSwitch() {
	const wanted = useStore(hitNoticeStore, (state) => state.isOn);
	const [permission, setPermission] = useState(noticePermission);
	const hint = useId();
	const change = async (isOn: boolean): Promise<void> => {
		await setHitNotice(isOn);
		setPermission(noticePermission());
	};
	return (
		<div className={styles["notice"]}>
			<Switch
				label="Notify me of hits while this tab is hidden"
				aria-describedby={hint}
				checked={wanted && permission === "granted"}
				disabled={permission === "unavailable"}
				onChange={(event) => void change(event.currentTarget.checked)}
			/>
			<p className={styles["hint"]} id={hint}>
				{hintFor(permission)}
			</p>
		</div>
	);
}

function hintFor(permission: ReturnType<typeof noticePermission>): string {
	switch (permission) {
		case "unavailable":
			return "Browsers allow notifications only on https and on this computer; the tab's title counts hits anyway.";
		case "denied":
			return "This browser is set to block them; allow them in its settings for this site.";
		case "default":
		case "granted":
			return "The first hit of each trigger; the tab's title counts them anyway.";
	}
}

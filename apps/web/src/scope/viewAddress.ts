import { notifications } from "@mantine/notifications";
import { capturesStore, LIVE, showCapture, shownStore } from "../bridge/index.ts";
import { addressStore, type Place } from "../stores/addressStore.ts";
import { keptFilesStore } from "../stores/keptFiles/keptFilesStore.ts";
import { isReopening } from "./files/reopenFiles.ts";
import { onJump } from "./jumps.ts";
import { channelsStore } from "./lanes/channelsStore.ts";
import { selectLanes } from "./lanes/selectLane.ts";
import { viewport } from "./mainViewport.ts";
import { scopeStore } from "./scopeStore.ts";

/** A view that has not moved for so long rests, ms. */
const REST_MS = 300;

function placeNow(): Place {
	const { shown } = capturesStore.getState();
	const isFollowing = shown === LIVE && viewport.following;
	const channel = channelsStore.getState().areGpios ? undefined : scopeStore.getState().selected[0];
	return { capture: shown, time: isFollowing ? undefined : viewport.target, channel };
}

/** Keeps the page's address in step with what of the capture is on view, once that rests. The answer ends it. */
export function startViewAddress(): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let hasJumped = false;
	let isWaiting = false;
	let isApplying = false;
	const write = (): void => {
		clearTimeout(timer);
		timer = undefined;
		// What was asked for is not there yet.
		if (isWaiting) return;
		addressStore.setState({ place: placeNow(), isJump: hasJumped });
		hasJumped = false;
	};
	const later = (): void => {
		clearTimeout(timer);
		timer = setTimeout(write, REST_MS);
	};
	const noteJump = (): void => {
		// Where it was just before is a place of its own.
		if (timer !== undefined && !hasJumped) write();
		hasJumped = true;
		later();
	};
	const turn = (): void => {
		const { asked } = addressStore.getState();
		if (asked === undefined) return;
		isApplying = true;
		isWaiting = !apply(asked);
		isApplying = false;
		hasJumped = false;
	};
	const stops = [
		viewport.subscribe(() => {
			// A live view moves all the time and is always at the same place.
			if (!viewport.following) later();
		}),
		onJump(noteJump),
		scopeStore.subscribe((state, before) => {
			if (state.selected !== before.selected && !channelsStore.getState().areGpios) later();
			if (state.mode === before.mode) return;
			// The person goes elsewhere than the address wanted.
			if (state.mode === "paused") isWaiting = false;
			later();
		}),
		keptFilesStore.subscribe(() => {
			if (isWaiting) turn();
		}),
		capturesStore.subscribe((state, before) => {
			if (isWaiting && !isApplying && state.entries.length !== before.entries.length) turn();
			if (state.shown === before.shown) return;
			hasJumped = !isApplying;
			later();
		}),
		shownStore.subscribe(() => {
			if (isWaiting) turn();
		}),
		addressStore.subscribe((state, before) => {
			if (state.asked !== before.asked) turn();
		}),
	];
	turn();
	return () => {
		clearTimeout(timer);
		for (const stop of stops) stop();
	};
}

/** Brings the view to a place. False when it is not known yet whether there is such a place. */
function apply({ capture, time, channel }: Place): boolean {
	const { entries, shown } = capturesStore.getState();
	if (!entries.some(({ id }) => id === capture)) {
		if (isReopening(capture)) return false;
		notifications.show({ message: "The capture that was on view there is not open any more." });
		return true;
	}
	if (time === undefined) {
		scopeStore.getState().live();
		return true;
	}
	if (capture === LIVE && shown === LIVE) {
		const isThere = isCaptured(time);
		if (isThere === undefined) return false;
		if (!isThere) {
			notifications.show({
				message: "The time in the address is not in this capture any more. This is what is there now.",
			});
			return true;
		}
	}
	showCapture(capture);
	viewport.hold(time);
	const { areGpios, channels } = channelsStore.getState();
	if (!areGpios && channel !== undefined && channels.some((one) => one.channel === channel))
		selectLanes([channel]);
	return true;
}

/** Whether the live capture has something of a stretch; undefined while its clock is not known. */
function isCaptured({ from, to }: NonNullable<Place["time"]>): boolean | undefined {
	const { anchor, firstTime, endTime } = shownStore.getState();
	if (anchor === undefined || endTime <= firstTime) return undefined;
	// What was captured before may still be on its way.
	const now = anchor.time + (Date.now() - anchor.wall) * 1000;
	return to > firstTime && from < Math.max(endTime, now);
}

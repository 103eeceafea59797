import { ARM_TIMEOUT_MS, setArmed, uiStore } from "../stores/uiStore.ts";

/** Takes the page back to view only an hour after the last action, also while nobody looks. */
export function startArmTimeout(): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const plan = (armedAt: number | undefined): void => {
		clearTimeout(timer);
		if (armedAt === undefined) return;
		timer = setTimeout(() => setArmed(false), Math.max(0, armedAt + ARM_TIMEOUT_MS - Date.now()));
	};
	plan(uiStore.getState().armedAt);
	const stop = uiStore.subscribe(({ armedAt }, before) => {
		if (armedAt !== before.armedAt) plan(armedAt);
	});
	return () => {
		clearTimeout(timer);
		stop();
	};
}

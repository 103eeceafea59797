import type { Clock } from "./clock.ts";

/** Resolves when the work has ended or the time has passed. */
export async function within(clock: Clock, ms: number, work: Promise<void>): Promise<void> {
	let cancel: () => void = () => {};
	const patience = new Promise<void>((resolve) => {
		cancel = clock.after(ms, resolve);
	});
	await Promise.race([work.finally(cancel), patience]);
}

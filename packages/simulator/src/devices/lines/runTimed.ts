import type { Timed } from "../../engine/Timed.ts";
import type { Cancel } from "../Device.ts";
import type { Lines } from "./Lines.ts";

/** Performs what takes time, waiting where it asks for it, then calls `then` with what it returned. */
export function runTimed<T>(
	lines: Pick<Lines<never>, "after">,
	steps: Timed<T>,
	then: (result: T) => void,
): Cancel {
	let cancel: Cancel = () => {};
	const step = () => {
		const { done, value } = steps.next();
		if (done === true) then(value);
		else cancel = lines.after(value, step);
	};
	step();
	return () => cancel();
}

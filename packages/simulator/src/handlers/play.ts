import type { Daemon } from "../Daemon.ts";
import type { Timed } from "../engine/Timed.ts";
import { Later, type Reply } from "./Handler.ts";

/** Performs what takes time: its waits pass in simulated time, then comes the answer. */
export function play(daemon: Daemon, steps: Timed<Reply>): Reply {
	const { done, value } = steps.next();
	if (done === true) return value;
	return new Later(daemon.engine.time + value, () => play(daemon, steps));
}

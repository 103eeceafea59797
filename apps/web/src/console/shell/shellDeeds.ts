import type { Args, Invocation } from "@gpioscope/protocol";
import { bridge } from "../../bridge/index.ts";
import { noteAction } from "../../stores/uiStore.ts";
import { readExit } from "./exitText.ts";
import { noteRun, type Outcome } from "./shellStore.ts";

async function run(call: Invocation, perform: () => Promise<Outcome>): Promise<void> {
	noteAction();
	const note = noteRun(call);
	try {
		note(await perform());
	} catch (error) {
		note({ kind: "failed", error });
	}
}

/** Runs a program of /opt/pigpio/cgi. */
export function runProgram(name: string, text: string): Promise<void> {
	const args: Args<"runShell"> = { call: { name, text } };
	return run({ name: "runShell", args }, async () => ({
		kind: "done",
		...readExit(await bridge.call("runShell", args), name),
	}));
}

/** Calls custom function 1. */
export function callCustom1(args: Args<"callCustom1">): Promise<void> {
	return run({ name: "callCustom1", args }, async () => {
		const value = await bridge.call("callCustom1", args);
		return { kind: "done", isGood: true, text: `${value} (0x${value.toString(16)})` };
	});
}

/** Calls custom function 2. */
export function callCustom2(args: Args<"callCustom2">): Promise<void> {
	return run({ name: "callCustom2", args }, async () => {
		const bytes = await bridge.call("callCustom2", args);
		return {
			kind: "done",
			isGood: true,
			text: bytes.length === 1 ? "1 byte" : `${bytes.length} bytes`,
			bytes,
		};
	});
}

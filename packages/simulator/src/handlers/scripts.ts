import { parseScript, SCRIPT_PARAMS, type ScriptFault, scriptRunStates } from "@gpioscope/protocol";
import type { Daemon } from "../Daemon.ts";
import type { ScriptMachine } from "../script/ScriptMachine.ts";
import { type Handler, type HandlersOf, Later, type Reply } from "./Handler.ts";
import type { Request } from "./Request.ts";
import { refusals } from "./refusals.ts";

const faults: Record<ScriptFault, number> = {
	badCommand: refusals.badScriptCmd,
	duplicateTag: refusals.dupTag,
	tooManyTags: refusals.tooManyTags,
	unresolvedTag: refusals.badTag,
};

/** How often the daemon looks whether a script to be deleted has ended. */
const DELETE_POLL = 5000;

const storeScript: Handler = ({ scripts }, request) => {
	if (!scripts.hasRoom) return refusals.noScriptRoom;
	const { steps, problems } = parseScript(request.text());
	const [first] = problems;
	return first === undefined ? scripts.store(steps) : faults[first.fault];
};

/** It is unknown at once; the caller waits until a step under way, like a delay, has ended. */
const deleteScript: Handler = (daemon, { p1: id }) => {
	const { scripts, engine } = daemon;
	const machine = scripts.get(id);
	if (machine === undefined) return refusals.badScriptId;
	scripts.retire(id);
	const mustEnd = machine.isRunning;
	machine.halt(engine.time);
	const wait = (): Reply => {
		if (mustEnd && machine.isRunning) return new Later(engine.time + DELETE_POLL, wait);
		scripts.free(id, machine);
		return 0;
	};
	scripts.changed();
	return wait();
};

/** The script, or why its parameters are not taken. */
function checkParameters(daemon: Daemon, { p1: id, length }: Request): ScriptMachine | number {
	if (id >= 32) return refusals.badScriptId;
	if (Math.floor(length / 4) > SCRIPT_PARAMS) return refusals.tooManyParam;
	return daemon.scripts.get(id) ?? refusals.badScriptId;
}

function takeParameters(machine: ScriptMachine, request: Request): void {
	for (let index = 0; index < Math.floor(request.length / 4); index++) {
		machine.memory[index] = request.word(index);
	}
}

const runScript: Handler = (daemon, request) => {
	const machine = checkParameters(daemon, request);
	if (typeof machine === "number") return machine;
	if (machine.state === "initialising") return refusals.scriptNotReady;
	takeParameters(machine, request);
	machine.run(daemon.engine.time);
	daemon.scripts.changed();
	return 0;
};

const updateScript: Handler = (daemon, request) => {
	const machine = checkParameters(daemon, request);
	if (typeof machine === "number") return machine;
	takeParameters(machine, request);
	return 0;
};

const stopScript: Handler = (daemon, { p1: id }) => {
	const machine = daemon.scripts.get(id);
	if (machine === undefined) return refusals.badScriptId;
	machine.halt(daemon.engine.time);
	daemon.scripts.changed();
	return 0;
};

const getScriptStatus: Handler = (daemon, { p1: id }) => {
	const machine = daemon.scripts.get(id);
	if (machine === undefined) return refusals.badScriptId;
	const status = new DataView(new ArrayBuffer(4 + 4 * SCRIPT_PARAMS));
	status.setInt32(0, scriptRunStates.indexOf(machine.state), true);
	for (let index = 0; index < SCRIPT_PARAMS; index++) {
		status.setInt32(4 + 4 * index, machine.memory[index] ?? 0, true);
	}
	return new Uint8Array(status.buffer);
};

export const scriptHandlers: HandlersOf<
	| "storeScript"
	| "deleteScript"
	| "runScript"
	| "stopScript"
	| "getScriptStatus"
	| "parseScript"
	| "updateScript"
> = {
	storeScript,
	deleteScript,
	runScript,
	stopScript,
	getScriptStatus,
	parseScript: () => refusals.unknownCommand,
	updateScript,
};

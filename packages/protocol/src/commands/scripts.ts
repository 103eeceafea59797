import { defineCommand, p1, tail } from "./defineCommand.ts";
import { handle } from "./paramTypes.ts";
import { opened, SCRIPT_PARAMS, scriptStatus, status } from "./resultTypes.ts";
import { scriptText, words } from "./tailTypes.ts";

/** Scripts that run inside the daemon. */
export const scriptsCommands = {
	storeScript: defineCommand({
		code: 38,
		mnemonic: "PROC",
		access: "script",
		summary: "Stores a script.",
		params: { text: tail(scriptText) },
		result: opened("script"),
	}),
	deleteScript: defineCommand({
		code: 39,
		mnemonic: "PROCD",
		access: "script",
		summary: "Stops and deletes a script.",
		params: { script: p1(handle("script")) },
		result: status,
		// A delay that the script is at ends first.
		blocking: true,
		closes: "script",
	}),
	runScript: defineCommand({
		code: 40,
		mnemonic: "PROCR",
		access: "script",
		summary: "Runs a script.",
		params: { script: p1(handle("script")), params: tail(words("Parameters 0 to 9", SCRIPT_PARAMS)) },
		result: status,
	}),
	stopScript: defineCommand({
		code: 41,
		mnemonic: "PROCS",
		access: "script",
		summary: "Stops a script.",
		params: { script: p1(handle("script")) },
		result: status,
	}),
	getScriptStatus: defineCommand({
		code: 45,
		mnemonic: "PROCP",
		access: "observe",
		summary: "Gets the state and the parameters of a script.",
		params: { script: p1(handle("script")) },
		result: scriptStatus,
	}),
	parseScript: defineCommand({
		code: 48,
		mnemonic: "PARSE",
		access: "observe",
		summary: "Checks a script; pigs does this itself, the daemon refuses it.",
		params: { text: tail(scriptText) },
		result: status,
	}),
	updateScript: defineCommand({
		code: 117,
		mnemonic: "PROCU",
		access: "script",
		summary: "Changes the parameters of a script.",
		params: { script: p1(handle("script")), params: tail(words("Parameters 0 to 9", SCRIPT_PARAMS)) },
		result: status,
	}),
};

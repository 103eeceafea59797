import { defineCommand, ext, p1, p2, tail } from "./defineCommand.ts";
import { count, fileMode, handle, seekFrom, seekOffset } from "./paramTypes.ts";
import { bytesResult, number, opened, status } from "./resultTypes.ts";
import { bytes, path } from "./tailTypes.ts";

/** Files of the Pi that /opt/pigpio/access permits. */
export const filesCommands = {
	openFile: defineCommand({
		code: 104,
		mnemonic: "FO",
		access: "file",
		summary: "Opens a file.",
		params: { path: tail(path("Path of the file")), mode: p1(fileMode) },
		result: opened("file"),
	}),
	closeFile: defineCommand({
		code: 105,
		mnemonic: "FC",
		access: "file",
		summary: "Closes a file.",
		params: { handle: p1(handle("file")) },
		result: status,
		closes: "file",
	}),
	readFile: defineCommand({
		code: 106,
		mnemonic: "FR",
		access: "file",
		summary: "Reads bytes from a file.",
		params: { handle: p1(handle("file")), count: p2(count) },
		result: bytesResult("Bytes read"),
	}),
	writeFile: defineCommand({
		code: 107,
		mnemonic: "FW",
		access: "file",
		summary: "Writes bytes to a file.",
		params: { handle: p1(handle("file")), data: tail(bytes("Bytes to write", 1)) },
		result: status,
	}),
	seekFile: defineCommand({
		code: 108,
		mnemonic: "FS",
		access: "file",
		summary: "Moves the position in a file.",
		params: { handle: p1(handle("file")), offset: p2(seekOffset), from: ext(0, seekFrom) },
		result: number("New position", "bytes"),
	}),
	listFiles: defineCommand({
		code: 109,
		mnemonic: "FL",
		access: "file",
		summary: "Lists the files that match a pattern.",
		params: { pattern: tail(path("Path with * and ?")), count: p1(count) },
		result: bytesResult("Paths, one a line"),
	}),
};

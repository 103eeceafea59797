import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { type AddressInfo, createServer, type Server } from "node:net";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { argsArbitrary } from "../../test/argsArbitrary.ts";
import { EMPTY } from "../bytes/words.ts";
import { RequestParser } from "../codec/RequestParser.ts";
import { encodeRequest, type RequestFrame } from "../codec/request.ts";
import { encodeResponse, encodeResult } from "../codec/response.ts";
import { type Args, type CommandName, commandNames, commands } from "../commands/registry.ts";
import { formatPigs, needsQuotes } from "./formatPigs.ts";

const PIGS = "/usr/bin/pigs";
const run = promisify(execFile);

/** pigs takes 0 for an error where a script's status belongs. */
function answerTo(code: number): { readonly result: number; readonly data: Uint8Array } {
	const idle = { state: 1, params: [] };
	return code === commands.getScriptStatus.code
		? encodeResult("getScriptStatus", idle)
		: { result: 0, data: EMPTY };
}

/** pigs prints its own help, checks scripts itself, and knows no in-band notifications. */
const notSent: readonly CommandName[] = ["help", "parseScript", "openNotification"];

/** What pigs itself can say: it wants something in every list, and some words below 2^31. */
function pigsCanSay(name: CommandName, args: Readonly<Record<string, unknown>>): boolean {
	return Object.entries(commands[name].params).every(([param, slot]) => {
		const value = args[param];
		if (slot.optional) return value === undefined;
		if (typeof value === "number") return value < 2 ** 31 || slot.type.kind === "gpioMask";
		const text = typeof value === "object" && value !== null && "text" in value ? value.text : value;
		if (slot.at === "tail" && slot.type.kind === "path")
			return /^[!-~]+$/.test(String(text)) && !needsQuotes(String(text));
		if (typeof text === "string") return /^[!-~][ -~]*$/.test(text);
		return Array.isArray(value) || value instanceof Uint8Array ? value.length > 0 : true;
	});
}

describe.skipIf(!existsSync(PIGS))(`the program ${PIGS}`, () => {
	let received: RequestFrame[] = [];
	let server: Server;

	beforeAll(async () => {
		server = createServer((socket) => {
			const parser = new RequestParser();
			socket.on("data", (chunk) => {
				for (const frame of parser.push(chunk)) {
					received.push(frame);
					socket.write(encodeResponse({ ...frame, ...answerTo(frame.code) }));
				}
			});
		});
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	});
	afterAll(() => new Promise((resolve) => server.close(resolve)));

	it.each(commandNames.filter((name) => !notSent.includes(name)))("sends what we send: %s", async (name) => {
		const { port } = server.address() as AddressInfo;
		const samples = fc.sample(
			argsArbitrary(name).filter((args) => pigsCanSay(name, args)),
			{ seed: 4, numRuns: 2 },
		);
		for (const args of samples) {
			received = [];
			const line = formatPigs(name, args as Args<typeof name>);
			await run(PIGS, [line], { env: { PIGPIO_ADDR: "127.0.0.1", PIGPIO_PORT: `${port}` } });
			const ours = new RequestParser().push(encodeRequest(name, args as Args<typeof name>));
			expect(received, line).toEqual(ours);
		}
	});
});

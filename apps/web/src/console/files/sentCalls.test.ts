import type { Args, CommandName, Invocation } from "@gpioscope/protocol";
import { expect, it } from "vitest";
import { nothingSent, withCall } from "./sentCalls.ts";

const call = <N extends CommandName>(name: N, args: Args<N>): Invocation => ({ name, args });
const open = call("openFile", { path: "/home/pi/a", mode: 1 });
const part = call("readFile", { handle: 3, count: 32_768 });
const close = call("closeFile", { handle: 3 });
const write = (length: number) => call("writeFile", { handle: 3, data: new Uint8Array(length) });
const sent = (calls: readonly Invocation[]) => calls.reduce(withCall, nothingSent);

it("is what was sent, with one part of a file for all", () => {
	expect(sent([open, part, close])).toEqual({ calls: [open, part, close], partsLeft: 0 });
	expect(sent([open, part, part, part, close])).toEqual({ calls: [open, part, close], partsLeft: 2 });
});

it("leaves out parts that nobody reads as code", () => {
	expect(sent([open, write(1024), close]).calls).toHaveLength(3);
	expect(sent([open, write(1025), write(3), close])).toMatchObject({ partsLeft: 1 });
	expect(sent([open, write(1025), close])).toEqual({ calls: [open, close], partsLeft: 1 });
});

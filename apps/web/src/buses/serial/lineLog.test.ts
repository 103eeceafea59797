import { expect, it } from "vitest";
import { LineLog } from "./lineLog.ts";
import type { Chunk } from "./transcript.ts";

const chunks = [
	{ direction: "sent", at: 0, values: [0x41, 0x0d] },
	{ direction: "got", at: 1000, values: [0x4f, 0x4b, 0x00] },
] as const;

function logged(kind: "received" | "both", over: readonly Chunk[] = chunks): readonly [string, string] {
	let saved: readonly [string, string] = ["", ""];
	const log = new LineLog((name, bytes) => {
		saved = [name, new TextDecoder().decode(bytes)];
	});
	log.add(chunks[0]);
	log.start(kind);
	for (const chunk of over) log.add(chunk);
	log.stop();
	log.stop();
	return saved;
}

it("saves what was received as it came", () => {
	expect(logged("received")).toEqual(["serial.txt", "OK\0"]);
});

it("saves both directions with their times", () => {
	expect(logged("both")).toEqual([
		"serial.log",
		"1970-01-01T00:00:00.000Z > A␍\n1970-01-01T00:00:01.000Z < OK␀\n",
	]);
});

it("cuts nothing off characters that are no bytes", () => {
	const wide = { direction: "got", at: 0, values: [0x41, 0x1ff] } as const;
	expect(logged("received", [wide])).toEqual(["serial.txt", "A‹1FF›"]);
});

import { EventEmitter } from "node:events";
import { systemClock } from "@gpioscope/client";
import { type Args, LEFT_OUT, parseServerMessage, type Role } from "@gpioscope/protocol";
import { afterEach, describe, expect, it } from "vitest";
import type { WebSocket } from "ws";
import { TestBench } from "../testing/TestBench.ts";
import { pigsText, watchedPigsText } from "./pigsText.ts";
import { SessionHub } from "./SessionHub.ts";

const bench = new TestBench();
afterEach(() => bench.close());

/** A page's socket that keeps what it is sent. */
class KeptSocket extends EventEmitter {
	readonly bufferedAmount = 0;
	readonly logged: string[] = [];

	send(data: string, done: () => void): void {
		const parsed = parseServerMessage(data);
		if (parsed.ok && parsed.message.op === "log") this.logged.push(parsed.message.entry.pigs);
		done();
	}

	close(): void {
		this.emit("close");
	}

	terminate(): void {}
	ping(): void {}
}

async function hub() {
	const { bridge } = await bench.bridge();
	const made = new SessionHub({
		version: "test",
		targets: bridge.targets,
		allowed: new Set(["files"]),
		benches: new Map(),
		clock: systemClock,
		onFault: console.error,
	});
	bench.add({ close: () => made.close() });
	const join = (role: Role): KeptSocket => {
		const socket = new KeptSocket();
		made.join(socket as unknown as WebSocket, role);
		return socket;
	};
	return { desk: made.desk("pi"), watching: join("viewer"), acting: join("operator") };
}

const secret = { handle: 3, data: Uint8Array.from([115, 101, 99]) } satisfies Args<"writeFile">;

it("tells those who may only watch nothing of what is written to files", async () => {
	const { desk, watching, acting } = await hub();
	// Refused or not, it is in the log.
	await expect(desk?.call({ id: "s1", role: "operator" }, "writeFile", secret)).rejects.toThrow();
	await desk?.call({ id: "s1", role: "operator" }, "write", { gpio: 5, level: 1 });
	expect(acting.logged).toEqual(["fw 3 115 101 99", "w 5 1"]);
	expect(watching.logged).toEqual([`fw 3 (3 bytes)${LEFT_OUT}`, "w 5 1"]);
});

describe("a command in the log", () => {
	it("has no more of a file's bytes than a person reads", () => {
		const data = new Uint8Array(257);
		expect(pigsText("writeFile", { handle: 3, data })).toBe(`fw 3 (257 bytes)${LEFT_OUT}`);
		expect(pigsText("writeFile", { handle: 3, data: data.subarray(1) })).toMatch(/^fw 3 (0 ){255}0$/);
		expect(watchedPigsText("writeFile", { handle: 3, data: data.subarray(256) })).toBe(
			`fw 3 (1 byte)${LEFT_OUT}`,
		);
	});

	it("is cut where it is very long, and says so", () => {
		const text = pigsText("writeSpi", { handle: 0, data: new Uint8Array(9000) });
		expect([text.length, text.endsWith(LEFT_OUT)]).toEqual([4001, true]);
		expect(watchedPigsText("writeSpi", { handle: 0, data: secret.data })).toBe("spiw 0 115 101 99");
	});
});

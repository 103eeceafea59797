import { once } from "node:events";
import { type AddressInfo, connect, createServer } from "node:net";
import { expect, it } from "vitest";
import { FACTOR, ReportMultiplier } from "./ReportMultiplier.ts";

const NOIB = 99;

function report(flags: number, tick: number, level: number): Buffer {
	const bytes = Buffer.alloc(12);
	bytes.writeUInt16LE(flags, 2);
	bytes.writeUInt32LE(tick, 4);
	bytes.writeUInt32LE(level, 8);
	return bytes;
}

it("makes several reports of a change, each a change, numbered anew; others are passed on", async () => {
	const reply = Buffer.alloc(16, 7);
	const reports = [report(0, 5, 1 << 3), report(0x40, 6, 1 << 3), report(0, 7, 0)];
	const answer = Buffer.concat([reply, ...reports]);
	const daemon = createServer((socket) => {
		socket.once("data", () => {
			// As a network may: in two parts, of which none ends with a report.
			socket.write(answer.subarray(0, 20));
			setImmediate(() => socket.end(answer.subarray(20)));
		});
	});
	daemon.listen(0, "127.0.0.1");
	await once(daemon, "listening");
	const multiplier = await ReportMultiplier.start((daemon.address() as AddressInfo).port);
	const client = connect(multiplier.port, "127.0.0.1");
	const request = Buffer.alloc(16);
	request.writeUInt32LE(NOIB);
	client.write(request);
	const chunks: Buffer[] = [];
	for await (const chunk of client) chunks.push(chunk as Buffer);
	const bytes = Buffer.concat(chunks);
	expect(bytes.subarray(0, 16)).toEqual(reply);
	const got = Array.from({ length: (bytes.length - 16) / 12 }, (_, index) => {
		const at = 16 + 12 * index;
		return {
			number: bytes.readUInt16LE(at),
			flags: bytes.readUInt16LE(at + 2),
			tick: bytes.readUInt32LE(at + 4),
			level: bytes.readUInt32LE(at + 8),
		};
	});
	expect(got.map(({ number }) => number)).toEqual(
		Array.from({ length: 2 * FACTOR + 1 }, (_, index) => index),
	);
	expect(got.map(({ tick }) => tick)).toEqual([5, 5, 5, 5, 6, 7, 7, 7, 7]);
	const changes = got.filter(({ flags }) => flags === 0).map(({ level }) => level);
	expect(changes.every((level, index) => level !== (changes[index - 1] ?? 0))).toBe(true);
	expect([changes[FACTOR - 1], changes.at(-1)]).toEqual([1 << 3, 0]);
	await multiplier.close();
	daemon.close();
});

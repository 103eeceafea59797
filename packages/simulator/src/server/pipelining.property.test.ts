import { commands, HEADER_BYTES } from "@gpioscope/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VirtualClock } from "../engine/Clock.ts";
import { TestClient } from "../golden/TestClient.ts";
import { startSimulator } from "../startSimulator.ts";

/** Commands whose answer is followed by data. */
const withData = new Set([43, 45, 56, 65, 67, 70, 73, 75, 80, 88, 91, 92, 106, 109, 113, 114]);
/** Reports on the same socket would stand between the answers. */
const codes = Object.values(commands)
	.map(({ code }) => code)
	.filter((code) => code !== commands.openNotification.code && code !== commands.delayMillis.code);

const request = fc
	.record({
		code: fc.oneof(fc.constantFrom(...codes), fc.integer({ min: 119, max: 900 })),
		p1: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(100_000, 0x7fff_ffff, 0xffff_ffff)),
		p2: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(1500, 0xffff_ffff)),
		extension: fc.uint8Array({ maxLength: 40 }),
	})
	.map(({ code, p1, p2, extension }) => {
		const header = Uint32Array.from([code, p1, p2, extension.length]);
		return Buffer.concat([new Uint8Array(header.buffer), extension]);
	});

/** The command numbers of the answers in a stream. */
function codesOf(stream: Buffer): number[] {
	const found: number[] = [];
	for (let at = 0; at + HEADER_BYTES <= stream.length; ) {
		const code = stream.readUInt32LE(at);
		const result = stream.readInt32LE(at + 12);
		found.push(code);
		at += HEADER_BYTES + (withData.has(code) ? Math.max(0, result) : 0);
	}
	return found;
}

describe("any requests in one stream", () => {
	it("are answered in their order, once each, however they are cut", async () => {
		const errors: unknown[] = [];
		const property = fc.asyncProperty(
			fc.array(request, { minLength: 1, maxLength: 40 }),
			fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 20 }),
			async (requests, cuts) => {
				const clock = new VirtualClock();
				const simulator = await startSimulator({
					port: 0,
					host: "127.0.0.1",
					clock,
					onError: (error) => errors.push(error),
				});
				const client = await TestClient.open(simulator.port);
				try {
					const stream = Buffer.concat(requests);
					for (let at = 0, turn = 0; at < stream.length; turn++) {
						const length = cuts[turn % cuts.length] ?? 1;
						client.send(stream.subarray(at, at + length));
						at += length;
					}
					const isAnswered = () => codesOf(client.received).length >= requests.length;
					for (let turn = 0; turn < 400 && !isAnswered(); turn++) {
						clock.advance(100_000);
						await client.settle(isAnswered, 5);
					}
					expect(codesOf(client.received)).toEqual(requests.map((bytes) => bytes.readUInt32LE(0)));
					expect(client.isClosed).toBe(false);
				} finally {
					await client.close();
					await simulator.close();
				}
			},
		);
		await fc.assert(property, { numRuns: 25 });
		expect(errors).toEqual([]);
	});
});

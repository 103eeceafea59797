import { connect, createServer, type Socket } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closeLater } from "./testing/daemons.ts";
import { WriteBuffer } from "./WriteBuffer.ts";

/** A connected pair: what is written at one end, and the other end, which reads only when told to. */
async function pair(): Promise<{ near: Socket; far: Socket }> {
	const server = createServer({ pauseOnConnect: true });
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	const accepted = new Promise<Socket>((resolve) => server.once("connection", resolve));
	const near = connect({ port: address.port, host: "127.0.0.1" });
	await new Promise((resolve) => near.once("connect", resolve));
	const far = await accepted;
	closeLater({
		async close() {
			near.destroy();
			far.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	});
	return { near, far };
}

async function read(far: Socket, length: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of far as AsyncIterable<Buffer>) {
		chunks.push(chunk);
		size += chunk.length;
		if (size >= length) break;
	}
	return Buffer.concat(chunks);
}

describe("a write buffer", () => {
	it("sends every byte in order, to a reader that is slow to begin too", async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 70_000 })), {
					minLength: 1,
					maxLength: 60,
				}),
				fc.integer({ min: 1, max: 9 }),
				async (lengths, perTurn) => {
					const { near, far } = await pair();
					const buffer = new WriteBuffer(near);
					const sent: Uint8Array[] = [];
					for (const [i, length] of lengths.entries()) {
						const bytes = Uint8Array.from({ length }, (_, at) => i + at);
						sent.push(bytes);
						buffer.push(bytes);
						if (i % perTurn === 0) await new Promise((resolve) => setImmediate(resolve));
					}
					const all = Buffer.concat(sent);
					expect((await read(far, all.length)).equals(all)).toBe(true);
				},
			),
			{ numRuns: 30 },
		);
	});

	it("sends what comes in one turn in one write", async () => {
		const { near, far } = await pair();
		const buffer = new WriteBuffer(near);
		let writes = 0;
		const write = near.write.bind(near);
		Object.assign(near, {
			write(bytes: Uint8Array) {
				writes++;
				return write(bytes);
			},
		});
		for (let i = 0; i < 100; i++) buffer.push(Uint8Array.of(i));
		expect([...(await read(far, 100))]).toEqual(Array.from({ length: 100 }, (_, i) => i));
		expect(writes).toBe(1);
	});
});

import { expect, onTestFinished, test } from "vitest";
import { TestClient } from "../golden/TestClient.ts";
import { startSimulator } from "../startSimulator.ts";

async function start(...allowedPeers: string[]) {
	const simulator = await startSimulator({ port: 0, host: "127.0.0.1", allowedPeers });
	onTestFinished(() => simulator.close());
	const client = await TestClient.open(simulator.port);
	onTestFinished(() => client.close());
	client.send(new Uint8Array([26, ...new Array(15).fill(0)]));
	await client.settle(() => client.received.length > 0 || client.isClosed, 10_000);
	return client;
}

test("a name that may connect stands for its address", async () => {
	expect((await start("localhost")).received).toHaveLength(16);
});

test("others are closed at once", async () => {
	const client = await start("10.1.2.3");
	expect(client.isClosed).toBe(true);
	expect(client.received).toHaveLength(0);
});

test.each(["no..host", "0.0.0.0", "::1"])("%s is refused with the reason", async (name) => {
	await expect(startSimulator({ listen: false, allowedPeers: [name] })).rejects.toThrow(
		`${name} may not connect: it is no IPv4 address and no name that has one.`,
	);
});

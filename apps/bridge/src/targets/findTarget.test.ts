import { FakePigpiod } from "@gpioscope/client/testing";
import { afterEach, describe, expect, it } from "vitest";
import { type Found, findTarget } from "./findTarget.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
	for (const each of open.splice(0)) await each.close();
});

async function find(...args: Parameters<typeof findTarget>): Promise<Found> {
	const found = await findTarget(...args);
	if (found.simulator !== undefined) open.push(found.simulator);
	return found;
}

async function daemon(): Promise<FakePigpiod> {
	const fake = await FakePigpiod.start();
	open.push({ close: () => fake.stop() });
	return fake;
}

const fail = (error: unknown) => {
	throw error;
};

describe("findTarget", () => {
	it("takes the pigpiod that was named, whether it is there or not", async () => {
		const destination = { host: "bench-pi", port: 9000 };
		expect(await find({ kind: "pi", destination }, "none", fail)).toEqual({
			name: "bench-pi:9000",
			nameKey: "bench-pi:9000",
			destination,
		});
	});

	it("takes one on this computer", async () => {
		const local = { host: "127.0.0.1", port: (await daemon()).port };
		expect(await find({ kind: "find" }, "none", fail, local)).toEqual({
			name: `127.0.0.1:${local.port}`,
			nameKey: `127.0.0.1:${local.port}`,
			destination: local,
		});
	});

	it.each(["nothing listens", "something else listens"])("starts the simulated one when %s", async (what) => {
		const fake = await daemon();
		const local = { host: "127.0.0.1", port: fake.port };
		fake.script = () => "die";
		if (what === "nothing listens") await fake.stop();
		const found = await find({ kind: "find" }, "none", fail, local);
		expect(found).toMatchObject({ name: "Simulated Pi", destination: { host: "127.0.0.1" } });
		expect(found.simulator?.port).toBe(found.destination.port);
	});

	it("starts the simulated one when told to, even beside another", async () => {
		const local = { host: "127.0.0.1", port: (await daemon()).port };
		expect(await find({ kind: "simulate" }, "none", fail, local)).toMatchObject({ name: "Simulated Pi" });
	});
});

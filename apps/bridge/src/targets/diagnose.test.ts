import type { ConnectionCause } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { diagnose, type Surroundings } from "./diagnose.ts";

const cause = (code: ConnectionCause["code"]): ConnectionCause => ({ code, message: "M.", remedy: "R." });
const pi4 = "Raspberry Pi 4 Model B Rev 1.4";

/** A world in which only the ports named are open, and those of the computers named refuse. */
function world(
	ports: Readonly<Record<string, "open" | "refused">>,
	{ model, isInstalled = false }: { model?: string; isInstalled?: boolean } = {},
): Surroundings {
	return {
		knock: async ({ host, port }) => ports[`${host} ${port}`] ?? "silent",
		readModel: async () => model,
		hasDaemon: async () => isInstalled,
	};
}

const here = { host: "127.0.0.1", port: 8888 };
const there = { host: "bench-pi", port: 8888 };

describe("a refused connection", () => {
	it.each([
		["to ::1 only", here, world({ "::1 8888": "open" }), "localOnly", "localhost:8888"],
		[
			"on a Pi 5",
			here,
			world({}, { model: "Raspberry Pi 5 Model B Rev 1.0" }),
			"wrongBoard",
			"Pi 5 Model B:",
		],
		["with rgpiod", here, world({ "127.0.0.1 8889": "open" }, { model: pi4 }), "otherDaemon", "rgpiod"],
		["without pigpiod", here, world({}, { model: pi4 }), "notInstalled", "apt install pigpio"],
		["with rgpiod there", there, world({ "bench-pi 8889": "open" }), "otherDaemon", "rgpiod"],
	] as const)("%s is named", async (_, destination, surroundings, code, words) => {
		const found = await diagnose(cause("refused"), destination, surroundings);
		expect(found.code).toBe(code);
		expect(`${found.message} ${found.remedy}`).toContain(words);
	});

	it.each([
		["here, where it is installed", here, world({}, { model: pi4, isInstalled: true })],
		["on no Pi, where a tunnel may have been", here, world({})],
		["there", there, world({})],
	] as const)("%s is only that", async (_, destination, surroundings) => {
		expect(await diagnose(cause("refused"), destination, surroundings)).toEqual(cause("refused"));
	});
});

describe("silence", () => {
	it("of one port of a computer that is on is a firewall", async () => {
		for (const answer of ["open", "refused"] as const) {
			const found = await diagnose(cause("timeout"), there, world({ "bench-pi 22": answer }));
			expect(found).toMatchObject({ code: "firewall", remedy: expect.stringContaining("8888") });
		}
	});

	it("of all is only that", async () => {
		expect(await diagnose(cause("timeout"), there, world({}))).toEqual(cause("timeout"));
		expect(await diagnose(cause("timeout"), here, world({ "127.0.0.1 22": "open" }))).toEqual(
			cause("timeout"),
		);
	});
});

it("asks nothing where the cause is plain", async () => {
	const never: Surroundings = {
		knock: () => Promise.reject(new Error("knocked")),
		readModel: () => Promise.reject(new Error("read")),
		hasDaemon: () => Promise.reject(new Error("looked")),
	};
	for (const code of ["nameNotFound", "notPigpiod", "closed", "protocol"] as const)
		expect(await diagnose(cause(code), there, never)).toEqual(cause(code));
});

import { describe, expect, it } from "vitest";
import { neighbourOf } from "./neighbourOf.ts";

describe("neighbourOf", () => {
	const service = { port: 8880, txt: { id: "a", name: "bench-2" }, addresses: ["fd00::7", "192.168.1.7"] };

	it("tells where its page is", () => {
		const neighbour = { name: "bench-2", host: "192.168.1.7", url: "http://192.168.1.7:8880/" };
		expect(neighbourOf(service, "own")).toEqual(neighbour);
		const far = { ...service, addresses: ["fe80::1", "fd00::7"] };
		expect(neighbourOf(far, "own")).toMatchObject({ host: "fd00::7", url: "http://[fd00::7]:8880/" });
	});

	it("takes the address that the answer came from when it names none", () => {
		const silent = { port: 8880, referer: { address: "10.0.0.4" } };
		expect(neighbourOf(silent, "own")).toEqual({
			name: "10.0.0.4",
			host: "10.0.0.4",
			url: "http://10.0.0.4:8880/",
		});
	});

	it.each([
		["itself", { ...service, txt: { id: "own" } }],
		["without an address", { ...service, addresses: ["javascript:alert(1)"] }],
		["without a port", { ...service, port: 0 }],
	])("leaves out one %s", (_, one) => {
		expect(neighbourOf(one, "own")).toBeUndefined();
	});
});

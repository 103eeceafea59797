import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type SessionPart, sessionPart } from "./SessionPart.ts";
import { applySession, readSession } from "./session.ts";

function setUp() {
	const kept: Record<string, unknown> = { colour: 3 };
	const part = <T>(id: string, schema: z.ZodMiniType<T>): SessionPart =>
		sessionPart({
			id,
			label: `the ${id}`,
			schema,
			read: () => kept[id] as T | undefined,
			apply: (value) => {
				kept[id] = value;
			},
		});
	const parts = [part("colour", z.int().check(z.gte(1), z.lte(8))), part("names", z.array(z.string()))];
	return { kept, parts };
}

describe("a session", () => {
	it("comes back as it was", () => {
		const { kept, parts } = setUp();
		kept["names"] = ["SCL", "SDA"];
		const file = JSON.parse(JSON.stringify(readSession(parts))) as unknown;
		kept["names"] = [];
		kept["colour"] = 1;
		expect(applySession(parts, file)).toEqual([]);
		expect(kept).toEqual({ colour: 3, names: ["SCL", "SDA"] });
	});

	it("leaves alone what the file says nothing of", () => {
		const { kept, parts } = setUp();
		const file = readSession(parts);
		kept["names"] = ["later"];
		expect(applySession(parts, file)).toEqual([]);
		expect(kept["names"]).toEqual(["later"]);
	});

	it("takes what is whole and tells of what is damaged or unknown", () => {
		const { kept, parts } = setUp();
		const file = { ...readSession(parts), colour: 12, names: ["SCL"], decoders: [] };
		expect(applySession(parts, file)).toEqual([
			"The file is damaged where it says the colour; these are left as they are.",
			'This gpioscope does not know what "decoders" is.',
		]);
		expect(kept).toEqual({ colour: 3, names: ["SCL"] });
	});

	it("does not take something else for one", () => {
		const { kept, parts } = setUp();
		expect(applySession(parts, { colour: 5 })).toHaveLength(1);
		expect(applySession(parts, [1])).toHaveLength(1);
		expect(applySession(parts, undefined)).toEqual([]);
		expect(kept["colour"]).toBe(3);
	});
});

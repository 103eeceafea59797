import { describe, expect, it } from "vitest";
import { enter, tokenOf } from "./enter.ts";

describe("tokenOf", () => {
	it("finds the token in a fragment and nowhere else", () => {
		expect(tokenOf("#token=3f9c")).toBe("3f9c");
		expect(tokenOf("#/pi/pins?sel=4")).toBeUndefined();
		expect(tokenOf("#token=")).toBeUndefined();
		expect(tokenOf("")).toBeUndefined();
	});
});

describe("enter", () => {
	const answering = (status: number) => () => Promise.resolve(new Response(null, { status }));

	it("tells being let in, refused and unreachable apart", async () => {
		expect(await enter("t", answering(204))).toEqual({ kind: "entered" });
		expect(await enter("t", answering(401))).toMatchObject({ kind: "refused" });
		expect(await enter("t", answering(429))).toMatchObject({ reason: expect.stringContaining("Wait") });
		expect(await enter("t", answering(502))).toEqual({ kind: "unreachable" });
		expect(await enter("t", () => Promise.reject(new TypeError("no route")))).toEqual({
			kind: "unreachable",
		});
	});
});

import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import * as protocol from "./index.ts";

it("the README's example gives what its comments say", () => {
	const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
	const example = /```js\n(.*?)```/s.exec(readme)?.[1] ?? "";
	const lines = example
		.replace(/^import [^;]*;/, "")
		.split("\n")
		.filter((line) => line !== "");
	const shared = { ...protocol };
	let checked = 0;
	for (const line of lines) {
		const [code = "", expected] = line.split("; // ");
		const value: unknown = runInNewContext(code.replace(/^const /, "var "), shared);
		if (expected === undefined) continue;
		expect(value, code).toEqual(JSON.parse(expected));
		checked++;
	}
	expect(checked).toBe(5);
});

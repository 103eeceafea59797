import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messageErrorCodes } from "./errorCodes.ts";
import {
	clientOperations,
	parseClientMessage,
	parseServerMessage,
	serverOperations,
} from "./parseMessage.ts";

const page = readFileSync(new URL("../../../../docs/bridge-protocol.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1] ?? "");
const opOf = (text: string) => (JSON.parse(text) as { op: string }).op;

describe("docs/bridge-protocol.md", () => {
	it.each(examples.map((text) => [opOf(text), text]))("has an example of %s that parses", (op, text) => {
		const parsed = clientOperations.includes(op) ? parseClientMessage(text) : parseServerMessage(text);
		expect(parsed).toEqual({ ok: true, message: JSON.parse(text) });
	});

	it("shows every operation of both directions", () => {
		expect(new Set(examples.map(opOf))).toEqual(new Set([...clientOperations, ...serverOperations]));
	});

	it("explains every error code", () => {
		for (const code of messageErrorCodes) expect(page).toContain(`| \`${code}\` `);
	});
});

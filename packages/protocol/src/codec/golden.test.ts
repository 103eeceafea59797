import { describe, expect, it } from "vitest";
import { goldenConnections } from "../../test/goldenCases.ts";
import { commandByCode, commandNames, commands, type NamedCommand } from "../commands/registry.ts";
import { OversizeRequest } from "../errors/ProtocolError.ts";
import { pigpioErrors } from "../errors/pigpioErrors.ts";
import { layouts } from "./layout.ts";
import { RequestParser } from "./RequestParser.ts";
import { ResponseParser } from "./ResponseParser.ts";
import { checkArgs, decodeArgs, encodeRequest, type RequestFrame } from "./request.ts";
import { encodeResponse, type ResponseFrame } from "./response.ts";

/** Why a recorded request is not what we would send; each was sent to see what the daemon does with it. */
const malformations = [
	"unknown command number",
	"header word of a command that has none",
	"extension of the wrong length",
	"argument out of range",
] as const;
type Malformation = (typeof malformations)[number];

function malformationOf(frame: RequestFrame): Malformation | undefined {
	const known = commandByCode(frame.code);
	if (known === undefined) return "unknown command number";
	const { p1, p2, tail } = layouts[known.name];
	const derivedP1 = tail?.slot.type.p1 !== undefined;
	if ((p1 === undefined && !derivedP1 && frame.p1 !== 0) || (p2 === undefined && frame.p2 !== 0)) {
		return "header word of a command that has none";
	}
	if (!hasCanonicalLength(known, frame)) return "extension of the wrong length";
	const problem = checkArgs(known.name, decodeArgs(known.name, frame));
	return problem === undefined ? undefined : "argument out of range";
}

function hasCanonicalLength({ name }: NamedCommand, { extension, p1 }: RequestFrame): boolean {
	const { words, tail } = layouts[name];
	const rest = extension.length - words.length * 4;
	if (tail === undefined)
		return rest === 0 || (extension.length === 0 && words.every(({ slot }) => slot.optional));
	switch (tail.slot.type.kind) {
		case "pulses":
			return rest % 12 === 0;
		case "words":
			return rest % 4 === 0;
		case "shell":
			return p1 < extension.length && extension[p1] === 0;
		default:
			return rest >= 0;
	}
}

function isSameRequest(a: RequestFrame | undefined, b: RequestFrame): boolean {
	if (a === undefined || a.code !== b.code || a.p1 !== b.p1 || a.p2 !== b.p2) return false;
	return a.extension.length === b.extension.length && a.extension.every((byte, i) => byte === b.extension[i]);
}

interface Exchange {
	readonly label: string;
	readonly request: RequestFrame;
	readonly response: ResponseFrame;
}

interface Conversation {
	readonly label: string;
	readonly closed: boolean;
	readonly requests: readonly RequestFrame[];
	readonly responses: readonly ResponseFrame[];
	readonly receivedBytes: number;
}

function parseAll(): Conversation[] {
	return goldenConnections().map(({ label, sent, received, closed }) => {
		const requests: RequestFrame[] = [];
		const parser = new RequestParser();
		for (const chunk of sent) {
			try {
				requests.push(...parser.push(chunk));
			} catch (error) {
				if (!(error instanceof OversizeRequest)) throw error;
				requests.push(...error.frames);
			}
		}
		const responseParser = new ResponseParser();
		const responses = received.flatMap((chunk) => responseParser.push(chunk));
		const receivedBytes = received.reduce((sum, chunk) => sum + chunk.length, 0);
		return { label, closed, requests, responses, receivedBytes };
	});
}

const conversations = parseAll();
const exchanges: Exchange[] = conversations.flatMap(({ label, requests, responses }) =>
	responses.flatMap((response, index) => {
		const request = requests[index];
		return request === undefined ? [] : [{ label, request, response }];
	}),
);
const judged = exchanges.map((exchange) => ({ ...exchange, malformation: malformationOf(exchange.request) }));
const wellFormed = judged.filter(({ malformation }) => malformation === undefined);
const codesOf = (all: readonly Exchange[]) => new Set(all.map(({ request }) => request.code));

describe(`${exchanges.length} recorded exchanges in ${conversations.length} connections`, () => {
	it("answer every request that came whole, unless the daemon closed", () => {
		for (const { label, closed, requests, responses } of conversations) {
			if (!closed) expect(responses.length, label).toBe(requests.length);
		}
		expect(exchanges.length).toBeGreaterThan(11_700);
	});

	it("cover all 119 commands", () => {
		const known = [...codesOf(exchanges)].filter((code) => code <= 118);
		expect(known).toHaveLength(119);
	});

	it("are consumed to the last byte", () => {
		for (const { label, responses, receivedBytes } of conversations) {
			const used = responses.reduce((sum, response) => sum + encodeResponse(response).length, 0);
			expect(used, label).toBe(receivedBytes);
		}
	});

	it("have the result class of their command", () => {
		for (const { label, request, response } of exchanges) {
			expect(response.code, label).toBe(request.code);
			const known = commandByCode(request.code);
			const { result } = response;
			if (known === undefined) {
				expect(result, label).toBe(-88);
				continue;
			}
			const type = known.spec.result;
			// What a custom function returns is its own affair.
			if (type.unsigned || known.name === "callCustom1") continue;
			const where = `${label}: ${known.name} gave ${result}`;
			if (result < 0) expect(pigpioErrors[result], where).toBeDefined();
			else if (type.kind === "status") expect(result, where).toBe(0);
			else if (type.kind === "scriptStatus") expect(result, where).toBe(44);
			else if (type.kind === "bscTransfer") expect(result, where).toBeGreaterThanOrEqual(4);
			else if (type.type !== undefined) expect(type.type.accepts(result), where).toBe(true);
		}
	});
});

describe(`${wellFormed.length} recorded requests without a fault`, () => {
	it("are encoded to the recorded bytes", () => {
		for (const { label, request } of wellFormed) {
			const name = commandByCode(request.code)?.name;
			if (name === undefined) throw new Error("a request without a fault has a known command");
			const [again] = new RequestParser().push(encodeRequest(name, decodeArgs(name, request)));
			// Thousands of deep comparisons take seconds: only what differs is shown in full.
			if (!isSameRequest(again, request)) expect(again, `${label}: ${name}`).toEqual(request);
		}
		expect(wellFormed.length).toBeGreaterThan(9000);
	});

	it("cover every command but the one that was only recorded with faults", () => {
		const covered = codesOf(wellFormed);
		const missing = commandNames.filter((name) => !covered.has(commands[name].code));
		expect(missing).toEqual(["runShell"]);
	});
});

describe.each(malformations)("recorded requests with an %s", (rule) => {
	const cases = judged.filter(({ malformation }) => malformation === rule);

	it(`are known by rule: ${cases.length} of ${codesOf(cases).size} commands`, () => {
		expect(cases.length).toBeGreaterThan(0);
		for (const { label, request } of cases) {
			const name = commandByCode(request.code)?.name;
			if (name === undefined || rule !== "argument out of range") continue;
			const args = decodeArgs(name, request);
			expect(() => encodeRequest(name, args), `${label}: ${name}`).toThrow(`${name}: `);
		}
	});
});

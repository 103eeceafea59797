import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { commandDefaults } from "../api/commandDefaults.ts";
import * as client from "../index.ts";
import { parity } from "./parity.ts";

const python = "/usr/bin/python3";
const script = fileURLToPath(new URL("pigpioNames.py", import.meta.url));
const { stdout, status } = spawnSync(python, [script], { encoding: "utf8" });
const missing = status === 0 ? undefined : `${python} cannot import pigpio; apt-get install python3-pigpio`;
if (missing !== undefined && process.env["CI"] === "true") throw new Error(`${missing}. CI needs it.`);

/** What pigpioNames.py prints. */
interface PythonNames {
	readonly module: readonly string[];
	readonly pi: readonly string[];
	readonly callback: readonly string[];
	readonly event: readonly string[];
	readonly numbers: Readonly<Record<string, number>>;
	readonly defaults: Readonly<Record<string, readonly unknown[]>>;
	readonly errors: Readonly<Record<string, string>>;
}

const rows = parity.flatMap((group) => group.rows);
const exported = client as unknown as Readonly<Record<string, unknown>>;

/** Names of types, which leave nothing behind at run time; the compiler checks these. */
const types: { [name: string]: true } = {
	Pulse: true satisfies client.Pulse extends object ? true : never,
	EdgeKind: true satisfies client.EdgeKind extends string ? true : never,
};

/** Says whether a name of ours stands for something: an export, a method, or a member of an exported object. */
function exists(name: string): boolean {
	if (types[name] === true) return true;
	const [owner = "", member] = name.split(".");
	const value = exported[owner];
	if (value === undefined || member === undefined) return value !== undefined;
	return typeof value === "function" ? member in value.prototype : member in (value as object);
}

function numberOf(name: string): unknown {
	const [owner = "", member = ""] = name.split(".");
	const value = exported[owner];
	return typeof value === "object" ? (value as Readonly<Record<string, unknown>>)[member] : value;
}

/** Methods of Python with defaults, and the commands that have them here. */
const commandsWithDefaults = {
	gpio_trigger: "trigger",
	wave_add_serial: "addSerial",
	run_script: "runScript",
	update_script: "updateScript",
	i2c_open: "openI2c",
	bb_i2c_open: "openBitBangI2c",
	spi_open: "openSpi",
	bb_spi_open: "openBitBangSpi",
	serial_open: "openSerial",
	serial_read: "readSerial",
	bb_serial_read_open: "openBitBangSerial",
	custom_1: "callCustom1",
	custom_2: "callCustom2",
} as const satisfies Record<string, keyof typeof commandDefaults>;

/** Methods of Python whose defaults are those of methods of ours, which have tests of their own. */
const defaultsElsewhere = [
	"callback",
	"event_callback",
	"wait_for_edge",
	"wait_for_event",
	"bsc_i2c",
	"shell",
];

/** Ours are the texts of pigs; the module words these differently or lacks them. */
const otherTexts = [-35, -39, -40, -70, -89, -107, -122, -144];

it("names nothing twice and nothing of ours that is not there", () => {
	const names = rows.map(({ python }) => python);
	expect(names).toEqual([...new Set(names)]);
	expect(rows.flatMap(({ ours }) => ours).filter((name) => !exists(name))).toEqual([]);
	expect(rows.length).toBeGreaterThan(170);
});

const title = missing ? `against Python (skipped: ${missing})` : "against Python";
describe.skipIf(missing !== undefined)(title, () => {
	const isError = (name: string) =>
		name.startsWith("PI_") && (!name.startsWith("PI_SCRIPT_") || name === "PI_SCRIPT_NOT_READY");
	let names: PythonNames;
	let errorNames: readonly string[];

	beforeAll(() => {
		names = JSON.parse(stdout);
		errorNames = Object.keys(names.numbers).filter(isError);
	});

	it("every public name of the module is in the table, and nothing else", () => {
		const all = [
			...names.module.filter((name) => !errorNames.includes(name)),
			...names.pi.map((name) => `pi.${name}`),
			...names.callback.map((name) => `callback.${name}`),
			...names.event.map((name) => `event.${name}`),
			// An attribute that only instances have.
			"pi.connected",
			"PI_*",
		];
		expect(rows.map(({ python }) => python).sort()).toEqual(all.sort());
	});

	it("constants have the same values", () => {
		const numbers = rows.filter(
			({ python, ours: [ours = ""] }) => python in names.numbers && typeof numberOf(ours) === "number",
		);
		expect(numbers.length).toBeGreaterThan(45);
		for (const { python, ours } of numbers) {
			expect([python, numberOf(ours[0] ?? "")]).toEqual([python, names.numbers[python]]);
		}
	});

	it("errors have the same numbers and texts", () => {
		expect(errorNames.length).toBeGreaterThan(100);
		for (const name of errorNames) {
			const entry = client.pigpioErrors[names.numbers[name] ?? 0];
			expect([entry?.name, ...(entry?.aliases ?? [])]).toContain(name);
		}
		const differing = Object.entries(names.errors).filter(
			([code, text]) => client.errorText(Number(code)) !== text,
		);
		expect(differing.map(([code]) => Number(code)).sort((a, b) => b - a)).toEqual(otherTexts);
	});

	it("arguments have the same defaults", () => {
		const { defaults } = names;
		const listed = (given: unknown) => (given instanceof Uint8Array ? [...given] : given);
		for (const [method, name] of Object.entries(commandsWithDefaults)) {
			// None stands for an empty list there.
			const theirs = (defaults[method] ?? []).map((value) => value ?? []);
			expect([method, theirs]).toEqual([method, Object.values(commandDefaults[name]).map(listed)]);
		}
		const known = [...Object.keys(commandsWithDefaults), ...defaultsElsewhere];
		expect(Object.keys(defaults).sort()).toEqual(known.sort());
	});
});

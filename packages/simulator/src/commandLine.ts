import { statSync } from "node:fs";
import { defaultSamplePeriod, samplePeriods } from "@gpioscope/logic";
import { Command, InvalidArgumentError } from "commander";
import { namedBenches } from "./bench/namedBenches.ts";
import { type ControlAddress, parseControlAddress } from "./control/controlAddress.ts";
import type { SimulatorOptions } from "./options.ts";
import type { StartOptions } from "./startSimulator.ts";

/** What a command line asks for. */
export interface CommandLine {
	readonly start: StartOptions;
	/** -v: only say the version. */
	readonly saysVersion: boolean;
}

const DEFAULT_PORT = 8888;

/** Decimal, 0x hexadecimal or octal with a leading 0, as pigpiod reads numbers. */
function parseNumber(text: string): bigint {
	const match = /^(-?)(0x[0-9a-f]+|\d+)$/i.exec(text);
	if (match === null) throw new InvalidArgumentError("not a number");
	const [, sign, digits = "0"] = match;
	const isOctal = /^0[0-7]+$/.test(digits);
	const value = BigInt(isOctal ? `0o${digits.slice(1)}` : digits);
	return sign === "-" ? -value : value;
}

/** A number between two limits. */
function within(low: number, high: number): (text: string) => number {
	return (text) => {
		const value = Number(parseNumber(text));
		if (value < low || value > high) throw new InvalidArgumentError(`must be ${low} to ${high}`);
		return value;
	};
}

function parseSamplePeriod(text: string): number {
	const value = Number(parseNumber(text));
	if (!samplePeriods.some((period) => period === value)) {
		throw new InvalidArgumentError(`must be one of ${samplePeriods.join(", ")} (microseconds)`);
	}
	return value;
}

function parseRevision(text: string): number {
	if (!/^(0x)?[0-9a-f]{1,8}$/i.test(text)) throw new InvalidArgumentError("must be a revision code in hex");
	return Number.parseInt(text, 16);
}

function parseFolder(text: string): string {
	if (!statSync(text, { throwIfNoEntry: false })?.isDirectory())
		throw new InvalidArgumentError("is no folder");
	return text;
}

function addPeer(text: string, before: readonly string[]): string[] {
	if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) throw new InvalidArgumentError("must be an IPv4 address");
	return [...before, text];
}

function parseControl(text: string): ControlAddress {
	const address = parseControlAddress(text);
	if (address === undefined)
		throw new InvalidArgumentError("must be [HOST:]PORT or a path with a slash in it");
	return address;
}

interface ParsedOptions {
	readonly b: number;
	readonly c: number;
	readonly e: number;
	readonly k?: true;
	readonly l?: true;
	readonly m?: true;
	readonly n: string[];
	readonly p: number;
	readonly s: number;
	readonly t: number;
	readonly v?: true;
	readonly V?: true;
	readonly x?: bigint;
	readonly revision: number;
	readonly startTick: number;
	readonly files?: string;
	readonly serialEcho?: true;
	readonly bench: string;
	readonly control?: ControlAddress;
}

/** Which bus a device must be wired to for the Pi's own interface to it to exist. */
const busHelp = `
The Pi's buses, by the GPIOs devices of the bench are wired to:
  I2C bus 0       0 SDA, 1 SCL      there if the bench has a device on it
  I2C bus 1       2 SDA, 3 SCL      the same
  SPI main        7 CE1, 8 CE0, 9 MISO, 10 MOSI, 11 SCLK
  SPI auxiliary   16 CE2, 17 CE1, 18 CE0, 19 MISO, 20 MOSI, 21 SCLK
  serial          14 TXD, 15 RXD    /dev/ttyAMA0, there if the bench has a device on it
  BSC slave       18 SDA, 19 SCL    answers a master on the bench`;

/** Reads the arguments of the `sim` command; ends the process with a text on wrong ones. */
export function parseCommandLine(args: readonly string[]): CommandLine {
	const command = new Command("sim")
		.description("A simulated pigpiod. Takes pigpiod's options; those about real hardware are accepted idly.")
		.option("-a <mode>", "memory allocation mode, 0 to 2 (no effect)", within(0, 2), 0)
		.option("-b <ms>", "sample buffer in milliseconds, 100 to 10000", within(100, 10_000), 120)
		.option("-c <value>", "library internal settings", within(0, 2047), 0)
		.option("-d <channel>", "primary DMA channel, 0 to 15 (no effect)", within(0, 15), 14)
		.option(
			"-e <channel>",
			"secondary DMA channel, 0 to 15; from 7 on long delays are split",
			within(0, 15),
			6,
		)
		.option("-f", "disable the fifo interface (there is none)")
		.option("-g", "run in the foreground (always)")
		.option("-k", "disable the socket interface")
		.option("-l", "listen on the loopback address ::1 only")
		.option("-m", "disable alerts")
		.option("-n <address>", "allow this IPv4 address to connect (may be repeated)", addPeer, [])
		.option("-p <port>", "socket port; 0 for any free one", within(0, 65_535), DEFAULT_PORT)
		.option(
			"-s <us>",
			`sample period in microseconds: ${samplePeriods.join(", ")}`,
			parseSamplePeriod,
			defaultSamplePeriod,
		)
		.option("-t <peripheral>", "clock peripheral: 0 PWM, 1 PCM", within(0, 1), 1)
		.option("-v", "print the version and exit")
		.option("-V", "the same")
		.option("-x <mask>", "GPIOs that may be changed, as a mask; -1 for all", parseNumber)
		.option("--revision <hex>", "revision code of the simulated board", parseRevision, 0xa0_2082)
		.option("--start-tick <us>", "tick to start with", within(0, 0xffff_ffff), 0)
		.option(
			"--files <folder>",
			"folder that is the root of the Pi's files; without it none can be opened",
			parseFolder,
		)
		.option("--serial-echo", "serial ports exist and send back what they are given")
		.option(
			"--bench <file>",
			`virtual devices: ${Object.keys(namedBenches).join(", ")}, or a JSON or YAML file`,
			"default",
		)
		.option(
			"--control <address>",
			"control channel: [HOST:]PORT (this computer only by default) or a path",
			parseControl,
		)
		.addHelpText("after", busHelp);
	const options = command.parse([...args], { from: "user" }).opts<ParsedOptions>();
	const simulator: SimulatorOptions = {
		samplePeriod: options.s,
		bufferMillis: options.b,
		secondaryChannel: options.e,
		usesPwmClock: options.t === 0,
		alertsDisabled: options.m === true,
		internals: options.c,
		permitted: options.x,
		revision: options.revision,
		startTick: options.startTick,
		files: options.files,
		serialEcho: options.serialEcho === true,
	};
	const start: StartOptions = {
		port: options.p,
		allowedPeers: options.n,
		listen: options.k !== true,
		options: simulator,
		bench: options.bench,
		...(options.l === true && { host: "::1" }),
		...(options.control !== undefined && { control: options.control }),
	};
	return { start, saysVersion: options.v === true || options.V === true };
}

import { defaultSamplePeriod, samplePeriods } from "@gpioscope/logic";
import { Command, Option } from "commander";
import {
	addPeer,
	parseControl,
	parseFolder,
	parseNumber,
	parsePort,
	parseRevision,
	parseSamplePeriod,
	within,
} from "./argumentParsers.ts";
import { namedBenches } from "./bench/namedBenches.ts";
import type { ControlAddress } from "./control/controlAddress.ts";
import type { SimulatorOptions } from "./options.ts";
import type { StartOptions } from "./startSimulator.ts";

/** What a command line asks for. */
export interface CommandLine {
	readonly start: StartOptions;
	/** -v: only say the version. */
	readonly saysVersion: boolean;
}

const DEFAULT_PORT = 8888;
const LAST_PORT = 65_535;
/** The DMA channel that stands for none chosen. */
const UNSET_CHANNEL = 15;
const DEFAULT_SECONDARY_CHANNEL = 6;
const LOOPBACK_6 = "::1";
const LOOPBACK_4 = "127.0.0.1";
const ALL_4 = "0.0.0.0";

interface ParsedOptions {
	readonly b: number;
	readonly c: number;
	readonly d: number;
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
	readonly f?: true;
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
export function parseCommandLine(
	args: readonly string[],
	env: Readonly<Record<string, string | undefined>> = {},
): CommandLine {
	const command = new Command("sim")
		.description("A simulated pigpiod. Takes pigpiod's options; those about real hardware are accepted idly.")
		.option("-a <mode>", "memory allocation mode, 0 to 2 (no effect)", within(0, 2), 0)
		.option("-b <ms>", "sample buffer in milliseconds, 100 to 10000", within(100, 10_000), 120)
		.option("-c <value>", "library internal settings", within(0, 2047), 0)
		.option(
			"-d <channel>",
			"primary DMA channel, 0 to 15; no effect but that -e must be another",
			within(0, 15),
			UNSET_CHANNEL,
		)
		.option(
			"-e <channel>",
			"secondary DMA channel, 0 to 15; from 7 on long delays are split",
			within(0, 15),
			DEFAULT_SECONDARY_CHANNEL,
		)
		.option("-f", "disable the fifo interface: no dev/pigpio below the folder of --files")
		.option("-g", "run in the foreground (always)")
		.option("-k", "disable the socket interface")
		.option("-l", "listen on the loopback address only: ::1, or 127.0.0.1 with -n")
		.option("-m", "disable alerts")
		.option(
			"-n <address>",
			"let only this IPv4 address, or that of this name, connect (may be repeated)",
			addPeer,
			[],
		)
		.option(
			"-p <port>",
			"socket port, 1024 to 32000, or 0 for any free one; PIGPIO_PORT of the environment comes before a number",
			parsePort,
			DEFAULT_PORT,
		)
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
		.addOption(
			new Option(
				"--revision <hex>",
				"revision code of the simulated board, such as 2 (B), f (B rev 2), 900093 (Zero), a02082 (3B), c03111 (4B)",
			)
				.argParser(parseRevision)
				.default(0xa0_2082, "a02082"),
		)
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
		secondaryChannel: secondaryChannel(options),
		usesPwmClock: options.t === 0,
		alertsDisabled: options.m === true,
		internals: options.c,
		permitted: options.x,
		revision: options.revision,
		startTick: options.startTick,
		files: options.files,
		commandPipe: options.f !== true,
		serialEcho: options.serialEcho === true,
	};
	const start: StartOptions = {
		port: portOf(command, options.p, env["PIGPIO_PORT"]),
		allowedPeers: options.n,
		listen: options.k !== true,
		options: simulator,
		bench: options.bench,
		...hostOf(options),
		...(options.control !== undefined && { control: options.control }),
	};
	return { start, saysVersion: options.v === true || options.V === true };
}

/** The daemon keeps both channels at their defaults when they are the same. */
function secondaryChannel({ d, e }: ParsedOptions): number {
	return d === e && e !== UNSET_CHANNEL ? DEFAULT_SECONDARY_CHANNEL : e;
}

/** The environment comes before -p, as with the daemon; but any free port was asked for on purpose. */
function portOf(command: Command, port: number, fromEnv: string | undefined): number {
	if (port === 0 || fromEnv === undefined) return port;
	if (/^\d+$/.test(fromEnv) && Number(fromEnv) <= LAST_PORT) return Number(fromEnv);
	return command.error(
		`error: PIGPIO_PORT is "${fromEnv}". Set it to a port, 0 to ${LAST_PORT}, or unset it.`,
	);
}

/** With a list of allowed addresses, which are of IPv4, the daemon listens on IPv4 alone. */
function hostOf({ l, n }: ParsedOptions): { readonly host?: string } {
	if (l === true) return { host: n.length > 0 ? LOOPBACK_4 : LOOPBACK_6 };
	return n.length > 0 ? { host: ALL_4 } : {};
}

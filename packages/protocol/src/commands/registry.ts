import type { AccessClass } from "../access.ts";
import { bitBangI2cCommands } from "./bitBangI2c.ts";
import { bitBangSerialCommands } from "./bitBangSerial.ts";
import { bitBangSpiCommands } from "./bitBangSpi.ts";
import { bscCommands } from "./bsc.ts";
import type { ArgsOf, CommandDefinition, ResultOf, Slot } from "./defineCommand.ts";
import { eventsCommands } from "./events.ts";
import { filesCommands } from "./files.ts";
import { gpioCommands } from "./gpio.ts";
import { gpioBanksCommands } from "./gpioBanks.ts";
import { i2cCommands } from "./i2c.ts";
import { notifyCommands } from "./notify.ts";
import { padsCommands } from "./pads.ts";
import type { HandleKind, PortKind } from "./paramTypes.ts";
import { pwmCommands } from "./pwm.ts";
import type { ResultType } from "./resultTypes.ts";
import { scriptsCommands } from "./scripts.ts";
import { serialCommands } from "./serial.ts";
import { spiCommands } from "./spi.ts";
import { systemCommands } from "./system.ts";
import { wavesCommands } from "./waves.ts";

const groups = {
	gpio: gpioCommands,
	gpioBanks: gpioBanksCommands,
	pwm: pwmCommands,
	pads: padsCommands,
	notify: notifyCommands,
	events: eventsCommands,
	waves: wavesCommands,
	scripts: scriptsCommands,
	i2c: i2cCommands,
	bitBangI2c: bitBangI2cCommands,
	spi: spiCommands,
	bitBangSpi: bitBangSpiCommands,
	serial: serialCommands,
	bitBangSerial: bitBangSerialCommands,
	bsc: bscCommands,
	files: filesCommands,
	system: systemCommands,
};

const table = {
	...gpioCommands,
	...gpioBanksCommands,
	...pwmCommands,
	...padsCommands,
	...notifyCommands,
	...eventsCommands,
	...wavesCommands,
	...scriptsCommands,
	...i2cCommands,
	...bitBangI2cCommands,
	...spiCommands,
	...bitBangSpiCommands,
	...serialCommands,
	...bitBangSerialCommands,
	...bscCommands,
	...filesCommands,
	...systemCommands,
};

type Table = typeof table;

export type CommandGroup = keyof typeof groups;

/** Titles of the groups, in the order they are documented and listed. */
export const commandGroups: Readonly<Record<CommandGroup, string>> = {
	gpio: "GPIO",
	gpioBanks: "GPIO banks",
	pwm: "PWM, servo and clocks",
	pads: "Pads",
	notify: "Notifications",
	events: "Events",
	waves: "Waves",
	scripts: "Scripts",
	i2c: "I2C",
	bitBangI2c: "Bit-banged I2C",
	spi: "SPI",
	bitBangSpi: "Bit-banged SPI",
	serial: "Serial",
	bitBangSerial: "Bit-banged serial",
	bsc: "I2C and SPI slave",
	files: "Files",
	system: "System",
};

/** Name of a command, verb first. */
export type CommandName = keyof Table;

/** One command as every part of the product sees it. */
export interface CommandSpec {
	readonly code: number;
	readonly mnemonic: string;
	readonly aliases: readonly string[];
	readonly group: CommandGroup;
	readonly access: AccessClass;
	readonly summary: string;
	readonly params: Readonly<Record<string, Slot>>;
	readonly result: ResultType<unknown>;
	readonly blocking: boolean;
	readonly polled: boolean;
	readonly closes?: HandleKind;
	readonly opensPort?: PortKind;
	readonly closesPort?: PortKind;
	readonly waveform: boolean;
}

/** Arguments of a command by parameter name; an empty object for none. */
export type Args<N extends CommandName> = ArgsOf<Table[N]["params"]>;

/** What a command gives: a number, bytes, the status of a script, or a BSC transfer. */
export type Result<N extends CommandName> = ResultOf<Table[N]>;

function collect(): Record<CommandName, CommandSpec> {
	const specs: (readonly [string, CommandSpec])[] = [];
	for (const [group, definitions] of Object.entries(groups)) {
		for (const [name, definition] of Object.entries<CommandDefinition>(definitions)) {
			const { aliases = [], blocking = false, polled = false, waveform = false, ...rest } = definition;
			specs.push([name, { ...rest, aliases, blocking, polled, waveform, group: group as CommandGroup }]);
		}
	}
	specs.sort(([, a], [, b]) => a.code - b.code);
	return Object.fromEntries(specs) as Record<CommandName, CommandSpec>;
}

/** All commands of pigpiod, by name, in the order of their numbers. */
export const commands: Readonly<Record<CommandName, CommandSpec>> = collect();

/** The names of all commands, in the order of their numbers. */
export const commandNames = Object.keys(commands) as readonly CommandName[];

export interface NamedCommand {
	readonly name: CommandName;
	readonly spec: CommandSpec;
}

const byCode: readonly (NamedCommand | undefined)[] = commandNames.map((name) => ({
	name,
	spec: commands[name],
}));

const byMnemonic = new Map(
	commandNames.flatMap((name) => {
		const spec = commands[name];
		return [spec.mnemonic, ...spec.aliases].map((mnemonic): [string, NamedCommand] => [
			mnemonic,
			{ name, spec },
		]);
	}),
);

/** The command of a number on the wire; nothing for numbers pigpiod does not know. */
export function commandByCode(code: number): NamedCommand | undefined {
	return byCode[code];
}

/** The command of a name `pigs` takes, in any case. */
export function commandByMnemonic(text: string): NamedCommand | undefined {
	return byMnemonic.get(text.toUpperCase());
}

/** Says whether a text is the name of a command. */
export function isCommandName(text: string): text is CommandName {
	return Object.hasOwn(commands, text);
}

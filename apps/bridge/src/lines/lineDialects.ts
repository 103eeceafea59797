/** One pin as READALL shows it. */
export interface ShownPin {
	/** wiringPi number. */
	readonly pin: number;
	readonly gpio: number;
	readonly name: string;
	readonly level: number;
}

/** How answers that are no errors are written. */
export interface LineDialect {
	value(pin: number, level: number): string;
	readonly done: string;
	all(pins: readonly ShownPin[]): string[];
}

/**
 * rpi-gpiod's protocol exists in two forms: what the program writes to its socket, and what the article that
 * presented it describes.
 */
export const lineDialects = {
	gpiod: {
		value: (_pin, level) => `OK - ${level}`,
		done: "OK - operation performed",
		all: (pins) => [
			"OK",
			...pins.map(
				({ pin, gpio, name, level }) => `${pin} ${String(gpio).padStart(3)} ${name.padEnd(6)} ${level}`,
			),
		],
	},
	article: {
		value: (pin, level) => `${pin} ${level}`,
		done: "Ok",
		all: (pins) => pins.map(({ pin, gpio, name, level }) => `${pin} ${gpio} ${name} ${level}`),
	},
} as const satisfies Record<string, LineDialect>;

export type LineDialectName = keyof typeof lineDialects;
export const lineDialectNames = Object.keys(lineDialects) as LineDialectName[];

/** wiringPi's names of its first 17 pins, those that READALL lists on every board. */
export const listedPins: readonly string[] = [
	...["GPIO 0", "GPIO 1", "GPIO 2", "GPIO 3", "GPIO 4", "GPIO 5", "GPIO 6", "GPIO 7"],
	...["SDA", "SCL", "CE0", "CE1", "MOSI", "MISO", "SCLK", "TxD", "RxD"],
];

/** What INFO answers, a line each. */
export const lineHelp: readonly string[] = [
	"Commands:",
	"READ pin => Level of a pin, 0 or 1.",
	"WRITE pin value => Makes a pin an output with that level, 0 or 1.",
	"READALL => Levels of pins 0 to 16.",
	"MODE pin mode => Makes a pin an input or an output: IN or OUT.",
	"INTERRUPT pin edge [ms] => Tells edges of a pin (RISING|FALLING|BOTH), at most one within so many ms; NONE ends it.",
	"INFO => This list.",
	"#name command => The answer's lines begin with #name.",
];

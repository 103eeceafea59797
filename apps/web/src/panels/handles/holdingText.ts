import type { OpenHandle } from "@gpioscope/protocol";

type Kind = OpenHandle["kind"];

/** What a kind of thing that is open in the daemon is called, how many there can be, and what closing it means. */
interface KindWords {
	readonly one: string;
	readonly many: string;
	readonly most: number;
	/** What a program that still uses it would notice. */
	readonly closing: string;
}

const BAD_HANDLE = "its program gets PI_BAD_HANDLE from then on";

export const kindWords: Readonly<Record<Kind, KindWords>> = {
	notification: {
		one: "Notification",
		many: "Notifications",
		most: 32,
		closing: "a running program may get its reports by it, as every Python script with a callback does",
	},
	script: { one: "Script", many: "Scripts", most: 32, closing: "it is stopped and deleted" },
	wave: { one: "Wave", many: "Waves", most: 250, closing: "its number may be given to another wave" },
	i2c: { one: "I²C", many: "I²C devices", most: 512, closing: BAD_HANDLE },
	spi: { one: "SPI", many: "SPI devices", most: 32, closing: BAD_HANDLE },
	serial: { one: "Serial port", many: "Serial ports", most: 16, closing: BAD_HANDLE },
	file: { one: "File", many: "Files", most: 16, closing: BAD_HANDLE },
	bitBangI2c: { one: "Bit-bang I²C", many: "Bit-bang I²C", most: 32, closing: "its pins are free again" },
	bitBangSpi: { one: "Bit-bang SPI", many: "Bit-bang SPI", most: 32, closing: "its pins are free again" },
	bitBangSerial: {
		one: "Bit-bang serial",
		many: "Bit-bang serial",
		most: 32,
		closing: "its pin is free again",
	},
	bscSlave: { one: "I²C or SPI slave", many: "Slaves", most: 1, closing: "its pins are free again" },
};

/** The name of one that is open: `I²C 3`, `Bit-bang SPI on GPIO 5`. */
export function handleText({ kind, id }: OpenHandle): string {
	const { one } = kindWords[kind];
	if (kind === "bscSlave") return one;
	return kind.startsWith("bitBang") ? `${one} on GPIO ${id}` : `${one} ${id}`;
}

/** Tells one from the others. */
export function handleKey({ kind, id }: OpenHandle): string {
	return `${kind} ${id}`;
}

/** Bytes that a common device understands, and what its answer means. */
export interface SpiExample {
	readonly name: string;
	readonly hex: string;
	readonly mode: 0 | 1 | 2 | 3;
	/** Reads an answer to bytes such as these; undefined when they are others. */
	readonly meaning: (sent: Uint8Array, received: Uint8Array) => string | undefined;
}

const word = (high = 0, low = 0): number => (high << 8) | low;

/** An MCP3008 begins with its start bit, wherever that stands; so it is sent as the last bit of a byte of its own. */
function mcp3008(sent: Uint8Array, received: Uint8Array): string | undefined {
	const [start, control = 0] = sent;
	if (sent.length !== 3 || start !== 1 || (control & 0x0f) !== 0) return undefined;
	const value = word(received[1], received[2]) & 0x3ff;
	const channel = (control >>> 4) & 7;
	const input = (control & 0x80) !== 0 ? `channel ${channel}` : `pair ${channel}`;
	return `An MCP3008 says: ${input} is ${value} of 1023, ${((value / 1023) * 100).toFixed(1)} % of its reference.`;
}

/** A flash chip tells its maker, kind and size. */
function flashId(sent: Uint8Array, received: Uint8Array): string | undefined {
	if (sent.length !== 4 || sent[0] !== 0x9f) return undefined;
	const [, maker = 0, , capacity = 0] = received;
	if (maker === 0 || maker === 0xff) return "No flash chip answers: the line did not move.";
	const size = capacity < 0x30 ? `, ${2 ** capacity / 1024} KiB` : "";
	return `A flash chip says: maker ${maker.toString(16).toUpperCase().padStart(2, "0")}${size}.`;
}

/** A MAX31855 only talks: 14 bits of temperature in quarters of a degree, and why there is none. */
function max31855(sent: Uint8Array, received: Uint8Array): string | undefined {
	if (sent.length !== 4 || sent.some((byte) => byte !== 0)) return undefined;
	const high = word(received[0], received[1]);
	if ((high & 1) === 1) return "A MAX31855 says: the thermocouple is open or shorted.";
	const quarters = (high << 16) >> 18;
	return `A MAX31855 says: ${(quarters / 4).toFixed(2).replace("-", "−")} °C.`;
}

/** A BME280 or BMP280 says which it is in register D0; reading sets the top bit, which the address has. */
function bmeId(sent: Uint8Array, received: Uint8Array): string | undefined {
	if (sent.length !== 2 || sent[0] !== 0xd0) return undefined;
	const names: Readonly<Record<number, string>> = { 96: "a BME280", 88: "a BMP280", 97: "a BME680" };
	const name = names[received[1] ?? 0];
	return name === undefined ? undefined : `This is ${name}.`;
}

/** In the order of the menu. */
export const spiExamples: readonly SpiExample[] = [
	{ name: "MCP3008: read channel 0", hex: "01 80 00", mode: 0, meaning: mcp3008 },
	{ name: "MCP3008: channel 0 minus channel 1", hex: "01 00 00", mode: 0, meaning: mcp3008 },
	{ name: "Flash chip: who are you", hex: "9F 00 00 00", mode: 0, meaning: flashId },
	{ name: "BME280: who are you", hex: "D0 00", mode: 0, meaning: bmeId },
	{ name: "MAX31855: temperature", hex: "00 00 00 00", mode: 0, meaning: max31855 },
];

/** What an answer means if a device of the examples gave it. */
export function meaningOf(sent: Uint8Array, received: Uint8Array): string | undefined {
	for (const { meaning } of spiExamples) {
		const found = meaning(sent, received);
		if (found !== undefined) return found;
	}
	return undefined;
}

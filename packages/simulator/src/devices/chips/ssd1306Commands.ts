/** How many bytes follow a command byte of an SSD1306, by the data sheet's command table; 0 for all others. */
const parameters: ReadonlyMap<number, number> = new Map([
	[0x20, 1],
	[0x21, 2],
	[0x22, 2],
	[0x26, 6],
	[0x27, 6],
	[0x29, 5],
	[0x2a, 5],
	[0x81, 1],
	[0x8d, 1],
	[0xa3, 2],
	[0xa8, 1],
	[0xd3, 1],
	[0xd5, 1],
	[0xd9, 1],
	[0xda, 1],
	[0xdb, 1],
]);

/** How many parameters a command has. */
export function parametersOf(command: number): number {
	return parameters.get(command) ?? 0;
}

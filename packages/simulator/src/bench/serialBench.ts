import type { BenchFile } from "./benchFile.ts";

/** Serial lines of many kinds: slow and fast, with and without parity, answering, talking, and disturbed. */
export const serialBench = {
	name: "Serial lines",
	seed: 4,
	devices: [
		// The Pi's own port: what is sent on 14 comes back on 15.
		{ kind: "serialEcho", name: "Echo", pins: { rx: 14, tx: 15 }, options: { baud: 9600 } },
		{
			kind: "serialEcho",
			name: "Slow echo",
			pins: { rx: 5, tx: 6 },
			options: { baud: 1200, parity: "even", dataBits: 7, delayMillis: 20 },
		},
		{ kind: "uartTalker", name: "GPS", pins: { data: 23 } },
		{
			kind: "uartTalker",
			name: "Logger",
			pins: { data: 24 },
			options: { baud: 115_200, everySeconds: 0.25, lines: ["T=21.5 U=3.29\r\n", "T=21.6 U=3.30\r\n"] },
		},
		{
			kind: "uartTalker",
			name: "Meter",
			pins: { data: 25 },
			options: {
				baud: 300,
				dataBits: 7,
				parity: "even",
				everySeconds: 6,
				lines: ["1.8.0(004711.2*kWh)\r\n", "2.8.0(000815.0*kWh)\r\n"],
			},
		},
		{
			kind: "uartTalker",
			name: "Scales",
			pins: { data: 18 },
			options: {
				baud: 2400,
				dataBits: 7,
				parity: "odd",
				stopBits: 2,
				everySeconds: 0.7,
				lines: ["ST,GS,+  1.204kg\r\n", "US,GS,+  1.310kg\r\n"],
			},
		},
		{
			kind: "uartTalker",
			name: "Drive",
			pins: { data: 17 },
			options: {
				baud: 38_400,
				parity: "even",
				everySeconds: 0.3,
				lines: ["\u0002S1500\u0003", "\u0002S1512\u0003"],
			},
		},
		{ kind: "midiKeyboard", name: "Keyboard", pins: { data: 4 } },
		{ kind: "irRemote", name: "IR receiver", pins: { data: 22 } },
		{
			kind: "noisyLine",
			name: "Radio",
			pins: { data: 27 },
			options: { everySeconds: 0.5, changesPerSecond: 4000 },
		},
	],
} satisfies BenchFile;

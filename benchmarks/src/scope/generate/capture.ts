import { CaptureBuilder, type CaptureDocument } from "@gpioscope/logic";
import { type Edge, i2c, merged, noise, pwm, spi, uart } from "./lines.ts";
import { randomFrom } from "./random.ts";

interface Kind {
	readonly names: readonly string[];
	/** Levels before the first change. */
	readonly idle: number;
	edges(seed: number): Iterator<Edge>;
}

const numbered = (first: number, count: number) =>
	Array.from({ length: count }, (_, index) => `D${first + index}`);

const kinds = {
	uart: { names: ["TX"], idle: 1, edges: (seed) => uart(randomFrom(seed + 1)) },
	i2c: { names: ["SCL", "SDA"], idle: 3, edges: (seed) => i2c(randomFrom(seed + 2)) },
	rand16: { names: numbered(0, 16), idle: 0, edges: (seed) => noise(randomFrom(seed + 5), 16, 10) },
	rand32: { names: numbered(0, 32), idle: 0, edges: (seed) => noise(randomFrom(seed + 7), 32, 10) },
	mixed: {
		names: ["TX", "SCL", "SDA", "CLK", "MOSI", "MISO", "CS", "PWM", ...numbered(8, 8)],
		idle: 0b0100_0111,
		edges: (seed) =>
			merged([
				{ edges: uart(randomFrom(seed + 1)), lines: 1 },
				{ edges: i2c(randomFrom(seed + 2)), lines: 2 },
				{ edges: spi(randomFrom(seed + 3)), lines: 4 },
				{ edges: pwm(), lines: 1 },
				{ edges: noise(randomFrom(seed + 6), 8, 50), lines: 8 },
			]),
	},
} satisfies Record<string, Kind>;

type CaptureKind = keyof typeof kinds;
export const captureKinds = Object.keys(kinds) as readonly CaptureKind[];

/** What was on the lines, made up: the same on every run. `changes` counts single lines that change. */
export function generateCapture(kind: CaptureKind, changes: number, seed = 20_260_101): CaptureDocument {
	const { names, idle, edges }: Kind = kinds[kind];
	const builder = new CaptureBuilder();
	builder.begin(0, idle, 2 ** names.length - 1);
	const source = edges(seed);
	for (let count = 0; count < changes; count++) {
		const [time, line, level] = source.next().value as Edge;
		const mask = 1 << line;
		builder.change(time, (level === 1 ? builder.level | mask : builder.level & ~mask) >>> 0);
	}
	builder.flush(builder.time + 1000);
	return { capture: builder.capture, channels: names.map((name, channel) => ({ channel, name })) };
}

/** 28 lines of which one blinks once a second. */
export function generateBlink(seconds: number): CaptureDocument {
	const builder = new CaptureBuilder();
	builder.begin(0, 0, 2 ** 28 - 1);
	for (let half = 1; half < 2 * seconds; half++) builder.change(half * 500_000, half & 1);
	builder.flush(seconds * 1e6);
	return {
		capture: builder.capture,
		channels: Array.from({ length: 28 }, (_, channel) => ({ channel, name: `GPIO${channel}` })),
	};
}

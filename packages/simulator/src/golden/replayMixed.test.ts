import { encodeRequest } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { VirtualClock } from "../engine/Clock.ts";
import { startSimulator } from "../startSimulator.ts";
import { readGoldenScenarios } from "./goldenFiles.ts";
import { TestClient } from "./TestClient.ts";

const REPORT_BYTES = 12;
const RESPONSE_BYTES = 16;
/** The command that was sent on the notification socket, with words that no report has. */
const RESPONSE_HEAD = "1a0000001111111122222222";
const GPIO = 4;

type Piece =
	| { readonly kind: "response"; readonly hex: string }
	| {
			readonly kind: "report";
			readonly sequence: number;
			readonly flags: number;
			readonly tick: number;
			readonly level: number;
	  };

/** Takes one stream of reports and responses apart. */
function takeApart(raw: Buffer): Piece[] {
	const pieces: Piece[] = [];
	let at = 0;
	while (at < raw.length) {
		if (raw.toString("hex", at, at + REPORT_BYTES) === RESPONSE_HEAD) {
			pieces.push({ kind: "response", hex: raw.toString("hex", at, at + RESPONSE_BYTES) });
			at += RESPONSE_BYTES;
			continue;
		}
		pieces.push({
			kind: "report",
			sequence: raw.readUInt16LE(at),
			flags: raw.readUInt16LE(at + 2),
			tick: raw.readUInt32LE(at + 4),
			level: (raw.readUInt32LE(at + 8) >>> GPIO) & 1,
		});
		at += REPORT_BYTES;
	}
	return pieces;
}

/** Ticks as differences to the report before: what a stream says whenever it was recorded. */
function relative(pieces: readonly Piece[]): object[] {
	let before: number | undefined;
	return pieces.map((piece) => {
		if (piece.kind === "response") return piece;
		const { tick, ...rest } = piece;
		const since = before === undefined ? 0 : (tick - before) >>> 0;
		before = tick;
		return { ...rest, since };
	});
}

/** Replays the stream: each answer is asked for as soon as the reports before it have come. */
async function replay(expected: readonly Piece[], phase: number): Promise<Piece[]> {
	const clock = new VirtualClock();
	const simulator = await startSimulator({ port: 0, host: "127.0.0.1", clock });
	const control = await TestClient.open(simulator.port);
	const watcher = await TestClient.open(simulator.port);
	const ask = async (client: TestClient, request: Uint8Array) => {
		client.send(request);
		await client.settle(() => client.received.length >= RESPONSE_BYTES);
		client.take(RESPONSE_BYTES);
	};
	try {
		await ask(watcher, encodeRequest("openNotification", {}));
		await ask(control, encodeRequest("setPwmFrequency", { gpio: GPIO, frequency: 1000 }));
		await ask(control, encodeRequest("setPwm", { gpio: GPIO, dutyCycle: 128 }));
		clock.advance(10_000 + phase);
		await ask(control, encodeRequest("beginNotification", { handle: 0, bits: 1 << GPIO }));
		let wanted = 0;
		for (const piece of expected) {
			const isResponse = piece.kind === "response";
			wanted += isResponse ? RESPONSE_BYTES : REPORT_BYTES;
			if (isResponse) watcher.send(Buffer.from(`${RESPONSE_HEAD}00000000`, "hex"));
			while (!isResponse && watcher.received.length < wanted) {
				clock.advance(100);
				await watcher.settle(() => watcher.received.length >= wanted, 2);
			}
			await watcher.settle(() => watcher.received.length >= wanted);
		}
		return takeApart(watcher.take(wanted));
	} finally {
		await control.close();
		await watcher.close();
		await simulator.close();
	}
}

/**
 * The recording does not tell when in the alert thread's turn it began, which decides whether the first report is a
 * rise or a fall; the turn drifts against the PWM by 50 us a millisecond.
 */
const phases = [0, 2500, 5000, 7500, 10_000, 12_500, 15_000, 17_500];

const only = (kind: Piece["kind"], pieces: readonly Piece[]) =>
	relative(pieces.filter((piece) => piece.kind === kind));

describe("reports and answers in one stream of the real daemon", () => {
	it.each(readGoldenScenarios("notify-mixed").map((scenario) => [scenario.scenario, scenario] as const))(
		"%s",
		async (_, { raw = "" }) => {
			const expected = takeApart(Buffer.from(raw, "hex"));
			expect(only("response", expected).length).toBeGreaterThan(0);
			const streams: Piece[][] = [];
			for (const phase of phases) streams.push(await replay(expected, phase));
			// An answer stands where the batch of reports before it ended, but never inside a report.
			for (const stream of streams) expect(only("response", stream)).toEqual(only("response", expected));
			expect(streams.map((stream) => only("report", stream))).toContainEqual(only("report", expected));
		},
	);
});

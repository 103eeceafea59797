import type { Args, CommandName, Result } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { openLine, type SerialDaemon } from "./SerialLine.ts";
import { lineProblem, typedValues } from "./serialCalls.ts";
import { type SerialSettings, serialSettings } from "./serialSettings.ts";

const defaults = serialSettings.getState();
const gpios: SerialSettings = { ...defaults, source: "gpio", rx: 5, tx: 6, receives: true, sends: true };

/** Answers as told, by command, and keeps what was asked. */
class FakeDaemon implements SerialDaemon {
	readonly asked: [CommandName, object][] = [];
	readonly answers: Partial<Record<CommandName, unknown[]>> = {};
	readonly waves: (readonly (readonly [number, number, number])[])[] = [];

	call<N extends CommandName>(name: N, args: Args<N>): Promise<Result<N>> {
		this.asked.push([name, args]);
		const answer = this.answers[name]?.shift() ?? (name === "getCurrentWave" ? 9999 : 0);
		return (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)) as Promise<Result<N>>;
	}

	createWave(pulses: readonly (readonly [number, number, number])[]): Promise<{ wave: number }> {
		this.waves.push(pulses);
		return Promise.resolve({ wave: 7 });
	}

	wait(): Promise<void> {
		return Promise.resolve();
	}

	modeOf(): number {
		return 0;
	}

	get names(): readonly string[] {
		return this.asked.map(([name]) => name);
	}
}

describe("a serial port", () => {
	it("hands over what is sent in parts, and is closed by its handle", async () => {
		const daemon = new FakeDaemon();
		daemon.answers.openSerial = [3];
		daemon.answers.readSerial = [Uint8Array.of(65, 66)];
		const line = await openLine(defaults, daemon);
		expect(line.held).toEqual({ kind: "serial", id: 3 });
		expect(await line.receive()).toEqual({ values: [65, 66], faults: 0 });
		const taken: number[] = [];
		await line.send(new Array<number>(1200).fill(88), (part) => taken.push(part.length));
		expect(taken).toEqual([512, 512, 176]);
		await line.close();
		expect(daemon.asked.at(-1)).toEqual(["closeSerial", { handle: 3 }]);
	});
});

describe("a serial line on GPIOs", () => {
	it("rests before it speaks, and gives the GPIO back", async () => {
		const daemon = new FakeDaemon();
		const line = await openLine(gpios, daemon);
		await line.send([0x55], () => undefined);
		await line.close();
		expect(daemon.names).toEqual([
			"openBitBangSerial",
			"write",
			"getCurrentWave",
			"newWave",
			"addSerial",
			"createWave",
			"sendWaveOnce",
			"getCurrentWave",
			"deleteWave",
			"closeBitBangSerial",
			"setMode",
		]);
		expect(daemon.asked[1]).toEqual(["write", { gpio: 6, level: 1 }]);
	});

	it("checks parity, which pigpiod does not know", async () => {
		const daemon = new FakeDaemon();
		const frame = { ...gpios.frame, dataBits: 7, parity: "even" as const };
		daemon.answers.readBitBangSerial = [Uint8Array.of(0x41, 0xc1)];
		const line = await openLine({ ...gpios, frame }, daemon);
		expect(daemon.asked[0]).toEqual(["openBitBangSerial", { gpio: 5, baud: 9600, dataBits: 8 }]);
		expect(await line.receive()).toEqual({ values: [0x41, 0x41], faults: 1 });
	});

	it("is inverted both ways", async () => {
		const daemon = new FakeDaemon();
		const line = await openLine(
			{ ...gpios, frame: { ...gpios.frame, baud: 10_000, inverted: true } },
			daemon,
		);
		await line.send([0], () => undefined);
		expect(daemon.asked[1]).toEqual(["invertBitBangSerial", { gpio: 5, invert: 1 }]);
		expect(daemon.asked[2]).toEqual(["write", { gpio: 6, level: 0 }]);
		expect(daemon.waves).toEqual([
			[
				[64, 0, 900],
				[0, 64, 100],
			],
		]);
	});

	it("leaves a wave of somebody else alone", async () => {
		const daemon = new FakeDaemon();
		daemon.answers.getCurrentWave = [2];
		const line = await openLine(gpios, daemon);
		await expect(line.send([1], () => undefined)).rejects.toThrow("Another wave is being sent");
		expect(daemon.names).not.toContain("newWave");
	});

	it("does not stay open half", async () => {
		const daemon = new FakeDaemon();
		daemon.answers.write = [new Error("no permission to update GPIO")];
		await expect(openLine(gpios, daemon)).rejects.toThrow("no permission");
		expect(daemon.names.at(-1)).toBe("closeBitBangSerial");
	});
});

describe("what is set up or typed", () => {
	it("is refused with its range before anything is sent", () => {
		expect(lineProblem(defaults)).toBeUndefined();
		expect(lineProblem({ ...defaults, device: "serial0" })).toContain("/dev/tty");
		expect(lineProblem({ ...gpios, receives: false, sends: false })).toContain("Choose a GPIO");
		expect(lineProblem({ ...gpios, frame: { ...gpios.frame, baud: 300_000 } })).toContain("250000");
		expect(lineProblem({ ...gpios, frame: { ...gpios.frame, dataBits: 32, parity: "odd" } })).toContain(
			"1 to 32",
		);
	});

	it("fits into the data bits, its line end included", () => {
		expect(typedValues("AT", { ...defaults, ending: "cr" }).values).toEqual([0x41, 0x54, 0x0d]);
		expect(typedValues("41 5", { ...defaults, input: "hex" }).values).toEqual([0x41, 5]);
		expect(typedValues("", { ...defaults, ending: "lf" }).values).toEqual([0x0a]);
		expect(typedValues("", { ...defaults, ending: "none" }).problem).toContain("Type a line");
		expect(typedValues(" ", { ...defaults, input: "hex" }).problem).toContain("Type bytes");
		expect(typedValues("4x", { ...defaults, input: "hex" }).problem).toContain("no byte");
		const seven = { ...gpios, frame: { ...gpios.frame, dataBits: 7 } };
		expect(typedValues("é", seven).problem).toContain("does not fit into 7 data bits");
	});
});

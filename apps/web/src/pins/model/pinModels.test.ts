import { boardOf } from "@gpioscope/logic";
import type { PinFacts } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { releaseCalls, restoreCalls } from "../../actions/pins/restore.ts";
import { describeChange } from "./describeChange.ts";
import { matchesPin } from "./findPin.ts";
import { pinRow, usualName } from "./pinRow.ts";
import { pullProvenance } from "./pullText.ts";
import { takeWarning } from "./takeWarning.ts";

const board = boardOf(0xa02082);
const pwm = { kind: "pwm", dutyCycle: 64, range: 255, realRange: 250, frequency: 800 } as const;
const facts = (gpio: number, rest: Partial<PinFacts> = {}): PinFacts => ({
	gpio,
	mode: 0,
	drive: { kind: "none" },
	...rest,
});
const row = (gpio: number, rest: Partial<PinFacts> = {}, name?: string) =>
	pinRow({ gpio, board, facts: facts(gpio, rest), name, sessionId: "abcdef" });

describe("pinRow", () => {
	it("says what this session drives in the accent", () => {
		const changedBy = { session: "abcdef", pigs: "p 18 64", at: 0 };
		const fan = row(18, { mode: 1, drive: pwm, changedBy }, "Fan");
		expect(fan).toMatchObject({ name: "Fan", named: true, direction: "out" });
		expect(fan.badge).toEqual({ text: "PWM 24.8\u00a0%", tone: "accent", title: "Driven by you" });
		expect(fan.spoken).toBe("Pin 12, GPIO 18, Fan, output, PWM 24.8 percent, driven by you");
	});

	it("says what others drive in grey and who", () => {
		const changedBy = { session: "99887766", pigs: "s 12 1500", at: 0 };
		expect(row(12, { mode: 1, drive: { kind: "servo", pulseWidth: 1500 }, changedBy }).badge).toEqual({
			text: "Servo 1500\u00a0µs",
			tone: "plain",
			title: "Driven by session 9988",
		});
	});

	it("names the line server in full, as it does other programs", () => {
		for (const session of ["line server", "other program"]) {
			const changedBy = { session, pigs: "", at: 0 };
			expect(row(18, { mode: 1, drive: pwm, changedBy }).badge?.title).toBe(`Driven by ${session}`);
		}
	});

	it("names buses by the ALT function", () => {
		expect(row(2, { mode: 4 })).toMatchObject({ direction: "SDA1", badge: { text: "I²C bus 1" } });
		expect(row(10, { mode: 4 })).toMatchObject({ direction: "MOSI", badge: { text: "SPI 0" } });
		expect(row(14, { mode: 4 })).toMatchObject({ direction: "TXD0", badge: { text: "Serial" } });
		expect(row(17, { mode: 7 })).toMatchObject({ direction: "RTS0" });
	});

	it("names a pin without a name by its usual function", () => {
		expect([0, 7, 17, 20].map((gpio) => row(gpio).name)).toEqual(["ID_SD", "CE1", "general use", "PCM_DIN"]);
		expect(row(7).named).toBe(false);
	});

	it("shows a pull only when it was set, and a filter when known", () => {
		expect(row(17, { pull: { value: 2, source: "set here" } }).badge?.text).toBe("pull-up");
		expect(row(17, { pull: { value: 1, source: "power-on default" } }).badge).toBeUndefined();
		const watched = pinRow({
			gpio: 27,
			board,
			facts: facts(27, { locked: true, watches: { glitch: 20 } }),
			name: undefined,
			sessionId: undefined,
		});
		expect(watched.badge).toMatchObject({ text: "Glitch 20\u00a0µs", tone: "attention" });
		expect(watched.spoken).toMatch(/locked$/);
	});

	it("shows what works with a pin beside its drive", () => {
		expect(row(5, { use: { kind: "port", port: "bitBangI2c" } }).badge?.text).toBe("I²C bit-bang");
		const output = { mode: 1, drive: { kind: "level" } } as const;
		expect(row(5, { ...output, use: { kind: "script", script: 3 } }).badge?.text).toBe("Script 3");
	});

	it("has a dash before the bridge has told", () => {
		const unknown = pinRow({
			gpio: 5,
			board,
			facts: undefined,
			name: undefined,
			sessionId: undefined,
		});
		expect(unknown).toMatchObject({ direction: "–", badge: undefined });
	});
});

describe("usualName", () => {
	it.each([
		[0, "ID_SD"],
		[10, "MOSI"],
		[17, "general use"],
		[40, "PWM0"],
		[47, "inside the board"],
	])("of GPIO %i is %s", (gpio, name) => {
		expect(usualName(gpio, board)).toBe(name);
	});
});

describe("takeWarning", () => {
	it.each([
		[facts(14, { mode: 4 }), false, "GPIO 14 is the serial console (TXD0). Taking it stops the console."],
		[facts(3, { mode: 4 }), false, "GPIO 3 is SCL1 of I²C bus 1. Taking it stops that bus."],
		[facts(10, { mode: 4 }), false, "GPIO 10 is SPI0_MOSI. Taking it stops SPI 0."],
		[facts(2), true, "GPIO 2 has a fixed 1.8 kΩ pull-up; low draws 1.8 mA."],
		[
			facts(18, { mode: 1, drive: pwm }),
			false,
			"GPIO 18 is driven by another program (PWM 24.8\u00a0%). Taking it stops that.",
		],
	])("tells what would stop (%#)", (pin, low, text) => {
		expect(takeWarning(pin, board, "abcdef", low)).toBe(text);
	});

	it("asks before the output of somebody who is still there, and not of one who has left", () => {
		const output = (changedBy: PinFacts["changedBy"]) =>
			takeWarning(facts(17, { mode: 1, drive: { kind: "level" }, changedBy }), board, "abcdef", true);
		const other = { session: "3f2a77", pigs: "w 17 1", at: 0 };
		expect(output(other)).toBe("GPIO 17 is an output of session 3f2a, which may count on its level.");
		expect(output({ ...other, left: true })).toBeUndefined();
		expect(output({ ...other, session: "other program", pigs: "" })).toMatch(/of another program/);
		expect(output({ ...other, session: "abcdef" })).toBeUndefined();
	});

	it("tells of a port and of a script that have the pin", () => {
		const use = { kind: "port", port: "bitBangSpi" } as const;
		expect(takeWarning(facts(5, { use }), board, "abcdef", true)).toMatch(/bit-banged SPI port/);
		const script = { kind: "script", script: 3 } as const;
		expect(takeWarning(facts(5, { use: script }), board, "abcdef", true)).toMatch(/^Script 3 uses GPIO 5/);
	});

	it("knows where the fixed pull-ups are", () => {
		const first = boardOf(2);
		expect(takeWarning(facts(0), first, "abcdef", true)).toMatch(/^GPIO 0 has a fixed 1.8 kΩ pull-up/);
		expect(takeWarning(facts(2), boardOf(0xb03140), "abcdef", true)).toMatch(/^GPIO 2 has a fixed/);
		for (const module of [0xa020a0, 0xa03150])
			expect(takeWarning(facts(2), boardOf(module), "abcdef", true)).toBeUndefined();
	});

	it("guards the ID EEPROM", () => {
		expect(takeWarning(facts(0), board, undefined, false)).toMatch(/ID EEPROM/);
		for (const free of [2, 0xa020a0])
			expect(takeWarning(facts(0), boardOf(free), undefined, false)).toBeUndefined();
	});

	it("guards what the board uses itself, until it was taken here", () => {
		const inner = /^GPIO 47 is wired inside the board/;
		expect(takeWarning(facts(47), board, "abcdef", false)).toMatch(inner);
		const changedBy = { session: "abcdef", pigs: "w 47 1", at: 0 };
		expect(takeWarning(facts(47, { mode: 1, changedBy }), board, "abcdef", false)).toBeUndefined();
		expect(takeWarning(facts(45), boardOf(0xa020a0), "abcdef", false)).toBeUndefined();
	});

	it("is silent for free pins and own ones", () => {
		expect(takeWarning(facts(17), board, "abcdef", true)).toBeUndefined();
		const changedBy = { session: "abcdef", pigs: "p 18 64", at: 0 };
		expect(
			takeWarning(facts(18, { mode: 1, drive: pwm, changedBy }), board, "abcdef", false),
		).toBeUndefined();
		expect(
			takeWarning(facts(2, { mode: 1, drive: { kind: "level" } }), board, "abcdef", true),
		).toBeUndefined();
	});
});

describe("undo", () => {
	it("brings back what drove the pin", () => {
		expect(restoreCalls(facts(18, { mode: 1, drive: pwm }), 0).map((call) => call.command)).toEqual([
			"setPwmRange",
			"setPwmFrequency",
			"setPwm",
		]);
		expect(restoreCalls(facts(17), 1)).toEqual([{ command: "setMode", args: { gpio: 17, mode: 0 } }]);
		expect(restoreCalls(facts(17, { mode: 1, drive: { kind: "level" } }), 1)).toEqual([
			{ command: "write", args: { gpio: 17, level: 1 } },
		]);
	});

	it("says in a few words what changed", () => {
		const fan = facts(18, { mode: 1, drive: { ...pwm, dutyCycle: 60 } });
		const duty = { command: "setPwm", args: { gpio: 18, dutyCycle: 64 } } as const;
		expect(describeChange(duty, fan, 0, "BCM2837")).toBe("duty 60 → 64");
		expect(describeChange(duty, facts(18, { mode: 1 }), 0, "BCM2837")).toBe("GPIO 18 output → PWM");
		const high = { command: "write", args: { gpio: 17, level: 1 } } as const;
		expect(describeChange(high, facts(17), 0, "BCM2837")).toBe("GPIO 17 input → high");
		expect(describeChange(high, facts(17, { mode: 1, drive: { kind: "level" } }), 0, "BCM2837")).toBe(
			"GPIO 17 low → high",
		);
	});

	it("stops a drive before releasing the pin", () => {
		expect(releaseCalls(facts(12, { mode: 1, drive: { kind: "servo", pulseWidth: 1500 } }))).toEqual([
			{ command: "setServo", args: { gpio: 12, pulseWidth: 0 } },
			{ command: "setMode", args: { gpio: 12, mode: 0 } },
		]);
	});
});

describe("words", () => {
	it("tell where a pull comes from", () => {
		const time = () => "14:29";
		expect(pullProvenance(facts(4), time)).toBe("unknown; cannot be read back");
		expect(
			pullProvenance(
				facts(4, {
					pull: { value: 2, source: "set here" },
					changedBy: { session: "a", pigs: "pud 4 u", at: 1 },
				}),
				time,
			),
		).toBe("set here at 14:29; cannot be read back");
	});
});

describe("matchesPin", () => {
	it.each([
		["", 5, true],
		["18", 18, true],
		["12", 18, true],
		["pin 12", 18, true],
		["pin 18", 18, false],
		["gpio 18", 18, true],
		["wpi 1", 18, true],
		["fan", 18, true],
		["pwm0", 18, true],
		["sda", 2, true],
		["scl1", 18, false],
	])("%s on GPIO %i", (query, gpio, found) => {
		expect(matchesPin(query, gpio, gpio === 18 ? "Fan" : "x", board)).toBe(found);
	});
});

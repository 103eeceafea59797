import { type Board, fixedPullUp, functionOfMode, isIdLine } from "@gpioscope/logic";
import { OTHER_PROGRAM, type PinFacts } from "@gpioscope/protocol";
import { driveText } from "./driveText.ts";
import { changedByText } from "./pinBadge.ts";

/** mA that a 3.3 V line gives through a resistor to a low output. */
function drawnMilliamperes(ohms: number): string {
	return ((3.3 / ohms) * 1000).toFixed(1);
}

function busWarning(facts: PinFacts, board: Board): string | undefined {
	const found = functionOfMode(facts.gpio, facts.mode, board.processor);
	const subject = `GPIO ${facts.gpio}`;
	switch (found?.kind) {
		case "uart":
			return found.unit === 0 || found.unit === 1
				? `${subject} is the serial console (${found.name}). Taking it stops the console.`
				: `${subject} is serial port ${found.unit} (${found.name}). Taking it stops that port.`;
		case "i2c":
			return `${subject} is ${found.name} of I²C bus ${found.unit}. Taking it stops that bus.`;
		case "spi":
			return `${subject} is ${found.name}. Taking it stops SPI ${found.unit}.`;
		case "sd":
			return `${subject} leads to an SD card or Wi-Fi (${found.name}). Taking it can stop the Pi.`;
		default:
			return undefined;
	}
}

const portWords = { bitBangI2c: "I²C", bitBangSpi: "SPI", bitBangSerial: "serial" } as const;

function warningOfUse({ gpio, use }: PinFacts): string | undefined {
	switch (use?.kind) {
		case "script":
			return `Script ${use.script} uses GPIO ${gpio}, and may change it again.`;
		case "port":
			return `GPIO ${gpio} is a line of a bit-banged ${portWords[use.port]} port. Taking it disturbs that.`;
		case undefined:
			return undefined;
	}
}

/**
 * What would stop or suffer if this session took a pin, in words; undefined when nothing would. `low` says
 * that the pin is to be driven low.
 */
export function takeWarning(
	facts: PinFacts,
	board: Board,
	sessionId: string | undefined,
	low: boolean,
): string | undefined {
	const { gpio } = facts;
	if (isIdLine(gpio, board) && facts.mode !== 1) {
		return `GPIO ${gpio} is the ID EEPROM line of add-on boards. Driving it can damage what a board says it is.`;
	}
	const bus = busWarning(facts, board);
	if (bus !== undefined) return bus;
	const who = changedByText(facts, sessionId);
	if (!board.gpios.includes(gpio) && who !== "you") {
		return `GPIO ${gpio} is wired inside the board, to lights, power, sound or other chips. Taking it can stop them.`;
	}
	const drive = driveText(facts.drive);
	if (drive !== undefined && who !== "you") {
		return `GPIO ${gpio} is driven by ${who ?? "another program"} (${drive}). Taking it stops that.`;
	}
	const use = warningOfUse(facts);
	if (use !== undefined) return use;
	if (facts.drive.kind === "level" && who !== undefined && who !== "you" && facts.changedBy?.left !== true) {
		return `GPIO ${gpio} is an output of ${who === OTHER_PROGRAM ? "another program" : who}, which may count on its level.`;
	}
	const ohms = fixedPullUp(gpio, board);
	if (ohms !== undefined && low && facts.mode !== 1) {
		return `GPIO ${gpio} has a fixed ${ohms / 1000} kΩ pull-up; low draws ${drawnMilliamperes(ohms)} mA.`;
	}
	return undefined;
}

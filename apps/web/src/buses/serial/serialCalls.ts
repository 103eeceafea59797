import { bitsBetween } from "@gpioscope/logic";
import { type Args, type CommandName, checkArgs } from "@gpioscope/protocol";
import { readHex } from "../../widgets/hexBytes.ts";
import { lineEndings, type SerialSettings } from "./serialSettings.ts";

/** One command of pigpiod with its arguments. */
export interface SerialCall<N extends CommandName> {
	readonly name: N;
	readonly args: Args<N>;
}

/** The commands that open the line, in order. */
export function openCalls(
	settings: SerialSettings,
): readonly (
	| SerialCall<"openSerial">
	| SerialCall<"openBitBangSerial">
	| SerialCall<"invertBitBangSerial">
)[] {
	const { source, device, portBaud, rx, receives, frame } = settings;
	if (source === "port") return [{ name: "openSerial", args: { device, baud: portBaud, flags: 0 } }];
	if (!receives) return [];
	const open = { gpio: rx, baud: frame.baud, dataBits: bitsBetween(frame) };
	return [
		{ name: "openBitBangSerial", args: open },
		...(frame.inverted ? [{ name: "invertBitBangSerial" as const, args: { gpio: rx, invert: 1 } }] : []),
	];
}

/** How characters are added to a wave that sends them; the level of rest comes first. */
export function addSerialCall(
	{ tx, frame }: Pick<SerialSettings, "tx" | "frame">,
	data: Uint8Array,
): SerialCall<"addSerial"> {
	const { baud, halfStopBits } = frame;
	return {
		name: "addSerial",
		args: { gpio: tx, baud, dataBits: bitsBetween(frame), halfStopBits, offset: 0, data },
	};
}

/** What is wrong with the name of a device; undefined when pigpiod opens such ones. */
export function deviceProblem(device: string): string | undefined {
	return /^\/dev\/(tty|serial)\S+$/.test(device)
		? undefined
		: "A device begins with /dev/tty or /dev/serial, such as /dev/serial0.";
}

function gpiosProblem({ receives, sends, frame }: SerialSettings): string | undefined {
	if (!receives && !sends) return "Choose a GPIO to receive on, to send on, or both.";
	if (bitsBetween(frame) > 32) return "Data bits and parity are 1 to 32 bits together.";
	return undefined;
}

/** Why the line cannot be opened like this, before pigpiod is asked; undefined when it can. */
export function lineProblem(settings: SerialSettings): string | undefined {
	const { source, device, sends } = settings;
	const wrong = source === "port" ? deviceProblem(device) : gpiosProblem(settings);
	if (wrong !== undefined) return wrong;
	const calls: readonly SerialCall<CommandName>[] =
		source === "gpio" && sends
			? [...openCalls(settings), addSerialCall(settings, new Uint8Array())]
			: openCalls(settings);
	for (const { name, args } of calls) {
		const problem = checkArgs(name, args);
		if (problem !== undefined) return `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`;
	}
	return undefined;
}

/** The characters of a line that was typed, its end included, or what is wrong with it. */
export function typedValues(
	line: string,
	settings: SerialSettings,
):
	| { readonly values: readonly number[]; readonly problem?: undefined }
	| { readonly problem: string; readonly values?: undefined } {
	const { input, ending, source, frame } = settings;
	const read =
		input === "hex" ? readHex(line) : { bytes: new TextEncoder().encode(`${line}${lineEndings[ending]}`) };
	if (read.bytes === undefined) return { problem: read.problem };
	const values = [...read.bytes];
	if (values.length === 0)
		return {
			problem:
				input === "hex"
					? "Type bytes, such as 41 54 0D."
					: "Type a line, or choose a line end to send alone.",
		};
	const bits = source === "port" ? 8 : frame.dataBits;
	const over = values.find((value) => value >= 2 ** bits);
	if (over === undefined) return { values };
	return { problem: `0x${over.toString(16).toUpperCase()} does not fit into ${bits} data bits.` };
}

import {
	type BscTransfer,
	type CommandName,
	commands,
	type ScriptStatus,
	type WordType,
} from "@gpioscope/protocol";

const THIN = "\u2009";
const MOST_BYTES = 64;
const scriptStates = ["being set up", "halted", "running", "waiting", "failed"];
const handleWords: Readonly<Record<string, string>> = {
	notification: "notification handle",
	script: "script",
	wave: "wave",
	i2c: "I²C handle",
	spi: "SPI handle",
	serial: "serial handle",
	file: "file handle",
};

/** What a command answered, in words. */
export function answerText(name: CommandName, result: unknown): string {
	const type = commands[name].result;
	switch (type.kind) {
		case "status":
			return "done";
		case "opened":
			return `${handleWords[type.handle ?? ""] ?? "handle"} ${result}`;
		case "bytes":
			return bytesText(result as Uint8Array);
		case "scriptStatus": {
			const { state, params } = result as ScriptStatus;
			return `${scriptStates[state] ?? `state ${state}`}; p0 to p9: ${params.join(" ")}`;
		}
		case "bscTransfer": {
			const { status, data } = result as BscTransfer;
			return `status 0x${status.toString(16)}; ${bytesText(data)}`;
		}
		case "number":
		case "word":
			return numberText(Number(result), type.hex === true, type.unit, type.type);
	}
}

function numberText(value: number, isHex: boolean, unit: string | undefined, type?: WordType): string {
	const name = Object.entries(type?.choices ?? {}).find(([, each]) => each === value)?.[0];
	const number = isHex ? `0x${value.toString(16).padStart(8, "0")}` : `${value}`;
	const withUnit = unit === undefined ? number : `${number}${THIN}${unit}`;
	return name === undefined || name === number ? withUnit : `${withUnit} (${name})`;
}

function bytesText(bytes: Uint8Array): string {
	if (bytes.length === 0) return "no bytes";
	const shown = Array.from(bytes.subarray(0, MOST_BYTES));
	const hex = shown.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
	const text = shown.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·")).join("");
	const rest = bytes.length > MOST_BYTES ? " …" : "";
	return `${bytes.length} ${bytes.length === 1 ? "byte" : "bytes"}: ${hex}${rest}  ${text}${rest}`;
}

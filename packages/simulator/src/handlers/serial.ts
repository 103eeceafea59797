import type { Timed } from "../engine/Timed.ts";
import type { SerialPort } from "../serial/SerialPort.ts";
import { type Handler, type HandlersOf, Later, type Reply } from "./Handler.ts";
import { play } from "./play.ts";
import { clipP2 } from "./Request.ts";
import { refusals } from "./refusals.ts";

const bauds: ReadonlySet<number> = new Set([
	50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200,
	230_400,
]);
const HIGHEST_BYTE = 0xff;
/** How long the daemon waits for room before it writes on. */
const WRITE_PAUSE = 50_000;
/** How long Linux waits at most for what was written to a port that is closed. */
const LONGEST_CLOSE = 30_000_000;

const openSerial: Handler = ({ buses: { serialPorts } }, request) => {
	const name = request.text();
	if (!/^\/dev\/(tty|serial)/.test(name)) return refusals.badSerDevice;
	if (!bauds.has(request.p1)) return refusals.badSerSpeed;
	if (request.p2 !== 0) return refusals.badFlags;
	const opened = serialPorts.open(name, request.p1);
	if (opened === "noHandle") return refusals.noHandle;
	return opened === "failed" ? refusals.serOpenFailed : opened;
};

/** Closing a port for good waits until what was written has been sent. */
const closeSerial: Handler = ({ buses: { serialPorts }, engine }, { p1: handle }) => {
	const port = serialPorts.get(handle);
	if (port === undefined) return refusals.badHandle;
	const close = () => {
		serialPorts.close(handle);
		return 0;
	};
	if (port.sentAt <= engine.time || !serialPorts.isLast(handle)) return close();
	return new Later(Math.min(port.sentAt, engine.time + LONGEST_CLOSE), close);
};

const readSerialByte: Handler = ({ buses: { serialPorts } }, { p1: handle }) => {
	const port = serialPorts.get(handle);
	if (port === undefined) return refusals.badHandle;
	return port.read(1)[0] ?? refusals.serReadNoData;
};

const writeSerialByte: Handler = ({ buses: { serialPorts } }, { p1: handle, p2: byte }) => {
	const port = serialPorts.get(handle);
	if (port === undefined) return refusals.badHandle;
	if (byte > HIGHEST_BYTE) return refusals.badParam;
	return port.write(Uint8Array.of(byte)) === 1 ? 0 : refusals.serWriteFailed;
};

const readSerial: Handler = ({ buses: { serialPorts } }, request) => {
	const { p1: handle, p2: count } = clipP2(request);
	const port = serialPorts.get(handle);
	if (port === undefined) return refusals.badHandle;
	return count === 0 ? refusals.badParam : port.read(count);
};

const writeSerial: Handler = (daemon, request) => {
	const port = daemon.buses.serialPorts.get(request.p1);
	if (port === undefined) return refusals.badHandle;
	if (request.length === 0) return refusals.badParam;
	return play(daemon, writeAll(port, request.bytes().slice()));
};

/** A port that has no room at all when it is asked makes the rest fail. */
function* writeAll(port: SerialPort, bytes: Uint8Array): Timed<Reply> {
	let rest = bytes;
	for (;;) {
		const count = port.write(rest);
		if (count === 0) return refusals.serWriteFailed;
		rest = rest.subarray(count);
		if (rest.length === 0) return 0;
		yield WRITE_PAUSE;
	}
}

const getSerialAvailable: Handler = ({ buses: { serialPorts } }, { p1: handle }) =>
	serialPorts.get(handle)?.available ?? refusals.badHandle;

export const serialHandlers: HandlersOf<
	| "openSerial"
	| "closeSerial"
	| "readSerialByte"
	| "writeSerialByte"
	| "readSerial"
	| "writeSerial"
	| "getSerialAvailable"
> = {
	openSerial,
	closeSerial,
	readSerialByte,
	writeSerialByte,
	readSerial,
	writeSerial,
	getSerialAvailable,
};

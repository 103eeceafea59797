import type { Handler, HandlersOf } from "./Handler.ts";
import { clipP2 } from "./Request.ts";
import { refusals } from "./refusals.ts";

const bauds: ReadonlySet<number> = new Set([
	50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200,
	230_400,
]);
const HIGHEST_BYTE = 0xff;

const openSerial: Handler = ({ serialPorts }, request) => {
	if (!/^\/dev\/(tty|serial)/.test(request.text())) return refusals.badSerDevice;
	if (!bauds.has(request.p1)) return refusals.badSerSpeed;
	if (request.p2 !== 0) return refusals.badFlags;
	const opened = serialPorts.open(request.p1);
	if (opened === "noHandle") return refusals.noHandle;
	return opened === "failed" ? refusals.serOpenFailed : opened;
};

const closeSerial: Handler = ({ serialPorts }, { p1: handle }) => {
	if (serialPorts.get(handle) === undefined) return refusals.badHandle;
	serialPorts.close(handle);
	return 0;
};

const readSerialByte: Handler = ({ serialPorts, engine }, { p1: handle }) => {
	const port = serialPorts.get(handle);
	if (port === undefined) return refusals.badHandle;
	return port.receive(1, engine.time)[0] ?? refusals.serReadNoData;
};

const writeSerialByte: Handler = ({ serialPorts, engine }, { p1: handle, p2: byte }) => {
	const port = serialPorts.get(handle);
	if (port === undefined) return refusals.badHandle;
	if (byte > HIGHEST_BYTE) return refusals.badParam;
	port.send(Uint8Array.of(byte), engine.time);
	return 0;
};

const readSerial: Handler = ({ serialPorts, engine }, request) => {
	const { p1: handle, p2: count } = clipP2(request);
	const port = serialPorts.get(handle);
	if (port === undefined) return refusals.badHandle;
	return count === 0 ? refusals.badParam : port.receive(count, engine.time);
};

const writeSerial: Handler = ({ serialPorts, engine }, request) => {
	const port = serialPorts.get(request.p1);
	if (port === undefined) return refusals.badHandle;
	if (request.length === 0) return refusals.badParam;
	port.send(request.bytes(), engine.time);
	return 0;
};

const getSerialAvailable: Handler = ({ serialPorts, engine }, { p1: handle }) =>
	serialPorts.get(handle)?.available(engine.time) ?? refusals.badHandle;

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

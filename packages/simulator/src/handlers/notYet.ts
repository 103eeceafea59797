import type { Handler, HandlersOf } from "./Handler.ts";
import { BUFFER_BYTES, clipP2 } from "./Request.ts";
import { refusals } from "./refusals.ts";

const badHandle: Handler = () => refusals.badHandle;
const HIGHEST_FILE_MODE = 31;
const READ_WRITE = 3;
const LAST_I2C_ADDRESS = 0x7f;
const bauds = [
	50, 75, 110, 134, 150, 200, 300, 600, 1200, 1800, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200,
	230_400,
];

/** No I2C bus has a device file here, as on a Pi whose interface is off. */
const openI2c: Handler = (_daemon, request) => {
	if (request.p2 > LAST_I2C_ADDRESS) return refusals.badI2cAddr;
	return request.word(0) === 0 ? refusals.badI2cBus : refusals.badFlags;
};

const openSerial: Handler = (_daemon, request) => {
	if (!/^\/dev\/(tty|serial)/.test(request.text())) return refusals.badSerDevice;
	if (!bauds.includes(request.p1)) return refusals.badSerSpeed;
	return request.p2 === 0 ? refusals.serOpenFailed : refusals.badFlags;
};

const openFile: Handler = (_daemon, { p1: mode }) =>
	mode > HIGHEST_FILE_MODE || (mode & READ_WRITE) === 0 ? refusals.badFileMode : refusals.noFileAccess;

const listFiles: Handler = (_daemon, request) => {
	request.p1 = Math.min(request.p1, BUFFER_BYTES - 1);
	return refusals.noFileAccess;
};

const readNothing: Handler = (_daemon, request) => {
	clipP2(request);
	return refusals.badHandle;
};

/**
 * Commands of interfaces that are not simulated: they answer as a Pi on which nothing is connected or
 * configured, so that no client waits or fails in an unknown way.
 */
export const notYetHandlers: HandlersOf<
	| "openI2c"
	| "closeI2c"
	| "readI2cDevice"
	| "writeI2cDevice"
	| "writeI2cQuick"
	| "readI2cByte"
	| "writeI2cByte"
	| "readI2cByteData"
	| "writeI2cByteData"
	| "readI2cWordData"
	| "writeI2cWordData"
	| "readI2cBlockData"
	| "writeI2cBlockData"
	| "readI2cRegisters"
	| "writeI2cRegisters"
	| "callI2cProcess"
	| "callI2cBlockProcess"
	| "runI2cSegments"
	| "openSerial"
	| "closeSerial"
	| "readSerialByte"
	| "writeSerialByte"
	| "readSerial"
	| "writeSerial"
	| "getSerialAvailable"
	| "openFile"
	| "closeFile"
	| "readFile"
	| "writeFile"
	| "seekFile"
	| "listFiles"
> = {
	openI2c,
	closeI2c: badHandle,
	readI2cDevice: readNothing,
	writeI2cDevice: badHandle,
	writeI2cQuick: badHandle,
	readI2cByte: badHandle,
	writeI2cByte: badHandle,
	readI2cByteData: badHandle,
	writeI2cByteData: badHandle,
	readI2cWordData: badHandle,
	writeI2cWordData: badHandle,
	readI2cBlockData: badHandle,
	writeI2cBlockData: badHandle,
	readI2cRegisters: badHandle,
	writeI2cRegisters: badHandle,
	callI2cProcess: badHandle,
	callI2cBlockProcess: badHandle,
	runI2cSegments: badHandle,
	openSerial,
	closeSerial: badHandle,
	readSerialByte: badHandle,
	writeSerialByte: badHandle,
	readSerial: readNothing,
	writeSerial: badHandle,
	getSerialAvailable: badHandle,
	openFile,
	closeFile: badHandle,
	readFile: readNothing,
	writeFile: badHandle,
	seekFile: badHandle,
	listFiles,
};

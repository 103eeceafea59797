import type { Handler, HandlersOf } from "./Handler.ts";
import { clipP2 } from "./Request.ts";
import { refusals } from "./refusals.ts";

const LAST_ADDRESS = 0x7f;

/** No bus has a device file here, as on a Pi whose interface is off. */
const openI2c: Handler = (_daemon, request) => {
	if (request.p2 > LAST_ADDRESS) return refusals.badI2cAddr;
	return request.word(0) === 0 ? refusals.badI2cBus : refusals.badFlags;
};

/** So there never is an open handle. */
const badHandle: Handler = () => refusals.badHandle;

const readI2cDevice: Handler = (_daemon, request) => {
	clipP2(request);
	return refusals.badHandle;
};

export const i2cHandlers: HandlersOf<
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
> = {
	openI2c,
	closeI2c: badHandle,
	readI2cDevice,
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
};

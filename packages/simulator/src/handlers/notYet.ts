import { refuseUserGpio } from "./checks.ts";
import type { Handler, HandlersOf } from "./Handler.ts";
import { refusals } from "./refusals.ts";

const badHandle: Handler = () => refusals.badHandle;
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

const AUXILIARY = 1 << 8;

const openSpi: Handler = (daemon, request) => {
	const flags = request.word(0);
	const isAuxiliary = (flags & AUXILIARY) !== 0;
	if (isAuxiliary && !daemon.model.hasAuxiliarySpi) return refusals.noAuxSpi;
	if (request.p1 >= (isAuxiliary ? 3 : 2)) return refusals.badSpiChannel;
	if (request.p2 < 32_000 || request.p2 > 125_000_000) return refusals.badSpiSpeed;
	return flags > 1 << 22 ? refusals.badFlags : refusals.noHandle;
};

const openSerial: Handler = (_daemon, request) => {
	if (!/^\/dev\/(tty|serial)/.test(request.text())) return refusals.badSerDevice;
	if (!bauds.includes(request.p1)) return refusals.badSerSpeed;
	return request.p2 === 0 ? refusals.serOpenFailed : refusals.badFlags;
};

const notSerial: Handler = (_daemon, { p1: gpio }) => refuseUserGpio(gpio) ?? refusals.notSerialGpio;
const notI2c: Handler = (_daemon, { p1: gpio }) => refuseUserGpio(gpio) ?? refusals.notI2cGpio;
const notSpi: Handler = (_daemon, { p1: gpio }) => refuseUserGpio(gpio) ?? refusals.notSpiGpio;
const inUse: Handler = (_daemon, { p1: gpio }) => refuseUserGpio(gpio) ?? refusals.gpioInUse;

const readBitBangSerial: Handler = (_daemon, { p1: gpio, p2: count }) =>
	refuseUserGpio(gpio) ?? (count === 0 ? refusals.badSerialCount : refusals.notSerialGpio);

/**
 * Commands of interfaces that are not simulated: they answer as a Pi on which nothing is connected or
 * configured, so that no client waits or fails in an unknown way.
 */
export const notYetHandlers: HandlersOf<
	| "storeScript"
	| "deleteScript"
	| "runScript"
	| "stopScript"
	| "getScriptStatus"
	| "parseScript"
	| "updateScript"
	| "openBitBangSerial"
	| "readBitBangSerial"
	| "closeBitBangSerial"
	| "invertBitBangSerial"
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
	| "openSpi"
	| "closeSpi"
	| "readSpi"
	| "writeSpi"
	| "transferSpi"
	| "openSerial"
	| "closeSerial"
	| "readSerialByte"
	| "writeSerialByte"
	| "readSerial"
	| "writeSerial"
	| "getSerialAvailable"
	| "callCustom1"
	| "callCustom2"
	| "closeBitBangI2c"
	| "openBitBangI2c"
	| "runBitBangI2c"
	| "openBitBangSpi"
	| "closeBitBangSpi"
	| "transferBitBangSpi"
	| "transferBsc"
	| "openFile"
	| "closeFile"
	| "readFile"
	| "writeFile"
	| "seekFile"
	| "listFiles"
	| "runShell"
> = {
	storeScript: () => refusals.noMoreScripts,
	deleteScript: () => refusals.badScriptId,
	runScript: () => refusals.badScriptId,
	stopScript: () => refusals.badScriptId,
	getScriptStatus: () => refusals.badScriptId,
	parseScript: () => refusals.unknownCommand,
	updateScript: () => refusals.badScriptId,
	openBitBangSerial: inUse,
	readBitBangSerial,
	closeBitBangSerial: notSerial,
	invertBitBangSerial: notSerial,
	openI2c,
	closeI2c: badHandle,
	readI2cDevice: badHandle,
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
	openSpi,
	closeSpi: badHandle,
	readSpi: badHandle,
	writeSpi: badHandle,
	transferSpi: badHandle,
	openSerial,
	closeSerial: badHandle,
	readSerialByte: badHandle,
	writeSerialByte: badHandle,
	readSerial: badHandle,
	writeSerial: badHandle,
	getSerialAvailable: badHandle,
	callCustom1: () => 0,
	callCustom2: () => 0,
	closeBitBangI2c: notI2c,
	openBitBangI2c: inUse,
	runBitBangI2c: notI2c,
	openBitBangSpi: inUse,
	closeBitBangSpi: notSpi,
	transferBitBangSpi: notSpi,
	transferBsc: () => new Uint8Array(4),
	openFile: () => refusals.noFileAccess,
	closeFile: badHandle,
	readFile: badHandle,
	writeFile: badHandle,
	seekFile: badHandle,
	listFiles: () => refusals.noFileAccess,
	runShell: () => refusals.badScriptName,
};

import type { I2cDevice } from "../buses/Buses.ts";
import type { I2cMessage } from "../buses/I2cController.ts";
import type { Daemon } from "../Daemon.ts";
import type { Timed } from "../engine/Timed.ts";
import type { Handler, HandlersOf, Reply } from "./Handler.ts";
import { runI2cSegments } from "./i2cSegments.ts";
import { play } from "./play.ts";
import { clipP2, type Request } from "./Request.ts";
import { refusals } from "./refusals.ts";

const LAST_ADDRESS = 0x7f;
const LAST_BYTE = 0xff;
const LAST_WORD = 0xffff;
/** Bytes of an SMBus block. */
const BLOCK_BYTES = 32;
/** Linux reads and writes no more of a device at once, whatever is asked for. */
const DEVICE_BYTES = 8192;

/** Without a device on its lines a bus has no device file, as on a Pi whose interface is off. */
const openI2c: Handler = ({ buses }, request) => {
	if (request.p2 > LAST_ADDRESS) return refusals.badI2cAddr;
	if (request.word(0) !== 0) return refusals.badFlags;
	if (buses.i2cDevices.isFull) return refusals.noHandle;
	const bus = buses.i2c.get(request.p1);
	return bus === undefined ? refusals.badI2cBus : buses.i2cDevices.open({ bus, address: request.p2 });
};

const closeI2c: Handler = ({ buses }, { p1: handle }) => {
	if (buses.i2cDevices.get(handle) === undefined) return refusals.badHandle;
	buses.i2cDevices.close(handle);
	return 0;
};

/** What a command plays on the bus, and its answer; a number is a refusal. */
type Exchange = (device: I2cDevice, request: Request) => Timed<Reply> | number;

/** A command for an open device. */
function onDevice(exchange: Exchange): Handler {
	return (daemon: Daemon, request) => {
		const device = daemon.buses.i2cDevices.get(request.p1);
		if (device === undefined) return refusals.badHandle;
		const steps = exchange(device, request);
		return typeof steps === "number" ? steps : play(daemon, steps);
	};
}

/** A command for a register of an open device; the register is checked before all else. */
function onRegister(exchange: Exchange): Handler {
	return onDevice((device, request) =>
		request.p2 > LAST_BYTE ? refusals.badParam : exchange(device, request),
	);
}

const writing = ({ address }: I2cDevice, ...bytes: readonly number[]): I2cMessage => ({
	address,
	isRead: false,
	bytes: Uint8Array.from(bytes),
});

const reading = ({ address }: I2cDevice, count: number): I2cMessage => ({
	address,
	isRead: true,
	bytes: new Uint8Array(count),
});

function* write({ bus }: I2cDevice, message: I2cMessage): Timed<Reply> {
	return (yield* bus.transfer([message])) ? 0 : refusals.i2cWriteFailed;
}

/** Reads, after writing if there is something to write, and makes the answer of the bytes read. */
function* read(
	{ bus }: I2cDevice,
	messages: readonly [...I2cMessage[], I2cMessage],
	answer: (bytes: Uint8Array) => Reply,
): Timed<Reply> {
	const isDone = yield* bus.transfer(messages);
	return isDone ? answer(messages.at(-1)?.bytes ?? new Uint8Array()) : refusals.i2cReadFailed;
}

const firstByte = ([byte = 0]: Uint8Array): number => byte;
const word = ([low = 0, high = 0]: Uint8Array): number => low | (high << 8);
const low = (value: number): number => value & 0xff;
const high = (value: number): number => value >>> 8;

const readI2cDevice: Handler = (daemon, request) => {
	clipP2(request);
	return onDevice((device, { p2: count }) => {
		if (count === 0) return refusals.badParam;
		const asked = reading(device, Math.min(count, DEVICE_BYTES));
		return read(device, [asked], (bytes) => (count > DEVICE_BYTES ? refusals.i2cReadFailed : bytes));
	})(daemon, request);
};

const writeI2cDevice = onDevice((device, request) => {
	if (request.length === 0) return refusals.badParam;
	const message = writing(device, ...request.bytes().subarray(0, DEVICE_BYTES));
	return request.length > DEVICE_BYTES ? writeTooMuch(device, message) : write(device, message);
});

/** The part Linux takes is written, and less than asked for is a failure. */
function* writeTooMuch(device: I2cDevice, message: I2cMessage): Timed<Reply> {
	yield* write(device, message);
	return refusals.i2cWriteFailed;
}

const writeI2cQuick = onDevice((device, { p2: bit }) => {
	if (bit > 1) return refusals.badParam;
	return write(device, bit === 1 ? reading(device, 0) : writing(device));
});

const readI2cByte = onDevice((device) => read(device, [reading(device, 1)], firstByte));

const writeI2cByte = onDevice((device, { p2: value }) =>
	value > LAST_BYTE ? refusals.badParam : write(device, writing(device, value)),
);

const readI2cByteData = onRegister((device, { p2: register }) =>
	read(device, [writing(device, register), reading(device, 1)], firstByte),
);

const writeI2cByteData = onRegister((device, request) => {
	const value = request.word(0);
	return value > LAST_BYTE ? refusals.badParam : write(device, writing(device, request.p2, value));
});

const readI2cWordData = onRegister((device, { p2: register }) =>
	read(device, [writing(device, register), reading(device, 2)], word),
);

const writeI2cWordData = onRegister((device, request) => {
	const value = request.word(0);
	if (value > LAST_WORD) return refusals.badParam;
	return write(device, writing(device, request.p2, low(value), high(value)));
});

const callI2cProcess = onRegister((device, request) => {
	const value = request.word(0);
	if (value > LAST_WORD) return refusals.badParam;
	return read(device, [writing(device, request.p2, low(value), high(value)), reading(device, 2)], word);
});

const isBlock = (count: number): boolean => count >= 1 && count <= BLOCK_BYTES;

/** Reading what the device tells the length of is beyond the Pi's controller, and its driver says so. */
const readI2cBlockData = onDevice(() => refusals.badSmbusCmd);

const writeI2cBlockData = onRegister((device, request) => {
	if (!isBlock(request.length)) return refusals.badParam;
	return write(device, writing(device, request.p2, request.length, ...request.bytes()));
});

/**
 * Nobody asks the driver whether it can do this. It reads the length alone, and Linux hands on as many bytes of an
 * empty buffer.
 */
const callI2cBlockProcess = onRegister((device, request) => {
	if (!isBlock(request.length)) return refusals.badParam;
	const sent = writing(device, request.p2, request.length, ...request.bytes());
	return read(device, [sent, reading(device, 1)], ([length = 0]) =>
		length > BLOCK_BYTES ? refusals.i2cReadFailed : new Uint8Array(length),
	);
});

const readI2cRegisters = onRegister((device, request) => {
	const count = request.word(0);
	if (!isBlock(count)) return refusals.badParam;
	return read(device, [writing(device, request.p2), reading(device, count)], (bytes) => bytes);
});

const writeI2cRegisters = onRegister((device, request) => {
	if (!isBlock(request.length)) return refusals.badParam;
	return write(device, writing(device, request.p2, ...request.bytes()));
});

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
	closeI2c,
	readI2cDevice,
	writeI2cDevice,
	writeI2cQuick,
	readI2cByte,
	writeI2cByte,
	readI2cByteData,
	writeI2cByteData,
	readI2cWordData,
	writeI2cWordData,
	readI2cBlockData,
	writeI2cBlockData,
	readI2cRegisters,
	writeI2cRegisters,
	callI2cProcess,
	callI2cBlockProcess,
	runI2cSegments,
};

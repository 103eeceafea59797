import { I2cBus } from "../bitbang/I2cBus.ts";
import type { I2cMaster } from "../buses/I2cMaster.ts";
import type { Timed } from "../engine/Timed.ts";
import { refuseUserGpio } from "./checks.ts";
import type { Handler, HandlersOf } from "./Handler.ts";
import { play } from "./play.ts";
import { refusals } from "./refusals.ts";
import { SEGMENT_BYTES, SegmentReader } from "./SegmentReader.ts";

const openBitBangI2c: Handler = (daemon, request) => {
	const { p1: sda, p2: scl } = request;
	const baud = request.word(0);
	const refusal =
		refuseUserGpio(sda) ??
		refuseUserGpio(scl) ??
		(baud < 50 || baud > 500_000 ? refusals.badI2cBaud : undefined) ??
		(sda === scl || !daemon.pinUses.isFree(sda, scl) ? refusals.gpioInUse : undefined);
	if (refusal !== undefined) return refusal;
	daemon.pinUses.take(sda, "i2cSda");
	daemon.pinUses.take(scl, "i2cScl");
	daemon.i2cBuses.set(sda, new I2cBus(daemon.board, sda, scl, baud));
	return 0;
};

const closeBitBangI2c: Handler = (daemon, { p1: sda }) => {
	const refusal = refuseUserGpio(sda);
	if (refusal !== undefined) return refusal;
	const bus = daemon.i2cBuses.get(sda);
	if (bus === undefined) return refusals.notI2cGpio;
	bus.close();
	daemon.i2cBuses.delete(sda);
	daemon.pinUses.free(bus.sda);
	daemon.pinUses.free(bus.scl);
	return 0;
};

/** The bytes of a transaction list. */
const codes = { end: 0, escape: 1, start: 2, stop: 3, address: 4, flags: 5, read: 6, write: 7 } as const;

/** Performs a transaction list; after an error the bus is left as it is. */
function* runList(bus: I2cMaster, bytes: Uint8Array): Timed<number | Uint8Array> {
	const list = new SegmentReader(bytes);
	const received: number[] = [];
	let address = 0;
	while (!list.isAtEnd) {
		const code = list.byte();
		if (code === codes.end) break;
		const wasEscape = code === codes.escape;
		if (code === codes.start) yield* bus.start();
		else if (code === codes.stop) yield* bus.stop();
		else if (code === codes.address) {
			const value = list.parameter();
			if (value === undefined) return refusals.badI2cCmd;
			address = value;
		} else if (!wasEscape) {
			const refusal = yield* runParameter(bus, list, code, address, received);
			if (refusal !== undefined) return refusal;
		}
		list.isEscaped = wasEscape;
	}
	return Uint8Array.from(received);
}

/** The codes with a parameter that can fail on the bus. */
function* runParameter(
	bus: I2cMaster,
	list: SegmentReader,
	code: number,
	address: number,
	received: number[],
): Timed<number | undefined> {
	if (code === codes.read) return yield* readBytes(bus, list, address, received);
	if (code === codes.write) return yield* writeBytes(bus, list, address);
	if (code !== codes.flags) return refusals.badI2cCmd;
	// Flags have two bytes always, and no effect.
	list.isEscaped = true;
	return list.parameter() === undefined ? refusals.badI2cCmd : undefined;
}

function* readBytes(
	bus: I2cMaster,
	list: SegmentReader,
	address: number,
	received: number[],
): Timed<number | undefined> {
	const count = list.parameter();
	if (count === undefined) return refusals.badI2cCmd;
	const nack = yield* bus.putByte(((address << 1) | 1) & 0xff);
	if (count === 0) return refusals.badI2cCmd;
	if (nack !== 0) return refusals.i2cReadFailed;
	if (received.length + count > SEGMENT_BYTES) return refusals.badI2cRlen;
	for (let left = count; left > 0; left--) received.push(yield* bus.getByte(left === 1 ? 1 : 0));
	return undefined;
}

function* writeBytes(bus: I2cMaster, list: SegmentReader, address: number): Timed<number | undefined> {
	const count = list.parameter();
	if (count === undefined) return refusals.badI2cCmd;
	const nack = yield* bus.putByte((address << 1) & 0xff);
	if (count === 0) return refusals.badI2cCmd;
	if (nack !== 0) return refusals.i2cWriteFailed;
	if (count > list.left) return refusals.badI2cWlen;
	let refusal: number | undefined;
	for (let left = count; left > 0; left--) {
		const isRefused = (yield* bus.putByte(list.byte())) !== 0;
		// A device may refuse the last byte.
		if (isRefused && left > 1) refusal = refusals.i2cWriteFailed;
	}
	return refusal;
}

const runBitBangI2c: Handler = (daemon, request) => {
	const refusal = refuseUserGpio(request.p1);
	if (refusal !== undefined) return refusal;
	const bus = daemon.i2cBuses.get(request.p1);
	if (bus === undefined) return refusals.notI2cGpio;
	if (request.length === 0) return refusals.badPointer;
	return play(daemon, runList(bus.master, request.bytes().slice(0, SEGMENT_BYTES)));
};

export const bitBangI2cHandlers: HandlersOf<"openBitBangI2c" | "closeBitBangI2c" | "runBitBangI2c"> = {
	openBitBangI2c,
	closeBitBangI2c,
	runBitBangI2c,
};

import type { I2cDevice } from "../buses/Buses.ts";
import type { I2cMessage } from "../buses/I2cController.ts";
import type { Timed } from "../engine/Timed.ts";
import type { Handler, Reply } from "./Handler.ts";
import { play } from "./play.ts";
import { refusals } from "./refusals.ts";
import { SEGMENT_BYTES, SegmentReader } from "./SegmentReader.ts";

/** The codes of a segment list. */
const codes = {
	end: 0,
	escape: 1,
	/** Ends a transfer and sets an option of a driver that is no more; so does "off". */
	combinedOn: 2,
	combinedOff: 3,
	address: 4,
	flags: 5,
	read: 6,
	write: 7,
} as const;
/** Linux takes so many segments in one transfer; more go on in a further one. */
const MOST_SEGMENTS = 42;
/** The longest segment Linux takes. */
const SEGMENT_LIMIT = 8192;
/** The flag that has the device tell its length, which needs room beyond what the list gives. */
const RECEIVE_LENGTH = 0x0400;

/** A message and its flags, as they go to Linux. */
interface Segment {
	readonly message: I2cMessage;
	readonly flags: number;
}

/** One list on its way through the bus. */
class SegmentRun {
	readonly #device: I2cDevice;
	readonly #list: SegmentReader;
	readonly #received: Uint8Array[] = [];
	#receivedBytes = 0;
	#segments: Segment[] = [];
	#address: number;
	#flags = 0;

	constructor(device: I2cDevice, bytes: Uint8Array) {
		this.#device = device;
		this.#list = new SegmentReader(bytes);
		this.#address = device.address;
	}

	/** Performs the list; what was gathered when something is found wrong in it is not sent. */
	*run(): Timed<Reply> {
		while (!this.#list.isAtEnd) {
			const code = this.#list.byte();
			if (code === codes.end) break;
			const refusal = yield* this.#perform(code);
			if (refusal !== undefined) return refusal;
			this.#list.isEscaped = code === codes.escape;
		}
		const refusal = yield* this.#flush();
		return refusal ?? Buffer.concat(this.#received);
	}

	*#perform(code: number): Timed<number | undefined> {
		switch (code) {
			case codes.escape:
				return undefined;
			case codes.combinedOn:
			case codes.combinedOff:
				return yield* this.#flush();
			case codes.address:
				return this.#setAddress();
			case codes.flags:
				return this.#setFlags();
			case codes.read:
				return this.#read() ?? (yield* this.#flushFull());
			case codes.write:
				return this.#write() ?? (yield* this.#flushFull());
			default:
				return refusals.badI2cCmd;
		}
	}

	#setAddress(): number | undefined {
		const address = this.#list.parameter();
		if (address === undefined) return refusals.badI2cCmd;
		this.#address = address;
		return undefined;
	}

	#setFlags(): number | undefined {
		this.#list.isEscaped = true;
		const flags = this.#list.parameter();
		if (flags === undefined) return refusals.badI2cCmd;
		this.#flags = flags;
		return undefined;
	}

	#read(): number | undefined {
		const count = this.#list.parameter();
		if (count === undefined || this.#receivedBytes + count >= SEGMENT_BYTES) return refusals.badI2cRlen;
		const bytes = new Uint8Array(count);
		this.#received.push(bytes);
		this.#receivedBytes += count;
		this.#add(true, bytes);
		return undefined;
	}

	/** What is written must not be the last of the list: so it is in the daemon. */
	#write(): number | undefined {
		const count = this.#list.parameter();
		if (count === undefined || count >= this.#list.left) return refusals.badI2cWlen;
		this.#add(false, this.#list.take(count));
		return undefined;
	}

	#add(isRead: boolean, bytes: Uint8Array): void {
		this.#segments.push({ message: { address: this.#address, isRead, bytes }, flags: this.#flags });
	}

	*#flushFull(): Timed<number | undefined> {
		return this.#segments.length < MOST_SEGMENTS ? undefined : yield* this.#flush();
	}

	/** Sends the gathered segments as one transfer. */
	*#flush(): Timed<number | undefined> {
		const segments = this.#segments;
		this.#segments = [];
		if (segments.length === 0) return undefined;
		if (!isAccepted(segments)) return refusals.badI2cSeg;
		const isDone = yield* this.#device.bus.transfer(segments.map(({ message }) => message));
		return isDone ? undefined : refusals.badI2cSeg;
	}
}

/** Whether Linux and the Pi's driver take these segments: the driver can only read at the end of a transfer. */
function isAccepted(segments: readonly Segment[]): boolean {
	return segments.every(
		({ message: { isRead, bytes }, flags }, index) =>
			bytes.length <= SEGMENT_LIMIT &&
			(flags & RECEIVE_LENGTH) === 0 &&
			(!isRead || index === segments.length - 1),
	);
}

export const runI2cSegments: Handler = (daemon, request) => {
	const device = daemon.buses.i2cDevices.get(request.p1);
	if (device === undefined) return refusals.badHandle;
	if (request.length === 0) return refusals.badPointer;
	return play(daemon, new SegmentRun(device, request.bytes().slice(0, SEGMENT_BYTES)).run());
};

import { modes } from "../board/powerOn.ts";
import { type BscSlave, bscPins } from "../buses/BscSlave.ts";
import type { Daemon } from "../Daemon.ts";
import type { Timed } from "../engine/Timed.ts";
import { BSC_EVENT } from "../signals/Events.ts";
import { afterWait } from "./gpio.ts";
import type { Handler, HandlersOf, Reply } from "./Handler.ts";
import { play } from "./play.ts";

/** Bytes the daemon takes at most each way. */
const BUFFER_BYTES = 512;
/** Both FIFOs are empty: with nobody to talk to, what the slave is given to send is gone at once. */
const EMPTY = 0x12;
const SPI_BIT = 2;
const BSC_BIT = 1 << BSC_EVENT;
/** How long the daemon sleeps while a transfer is under way. */
const BUSY_POLL = 20;

/** What the slave is: the daemon only ever goes from I2C to SPI without being switched off. */
export type BscMode = "off" | "i2c" | "spi";

/** Gives the slave's GPIOs a mode, ending what else they were used for. */
function setModes(daemon: Daemon, slave: "i2c" | "spi", mode: number): number {
	let wait = 0;
	for (const gpio of Object.values(bscPins[daemon.model.isBcm2711 ? "bcm2711" : "bcm2835"][slave])) {
		if (daemon.board.getMode(gpio) !== mode) {
			wait = Math.max(wait, daemon.functions.stop(gpio));
			daemon.functions.use(gpio, "nothing");
		}
		daemon.board.setMode(gpio, mode);
	}
	return wait;
}

function statusBytes(status: number): Uint8Array {
	const bytes = new Uint8Array(4);
	new DataView(bytes.buffer).setUint32(0, status, true);
	return bytes;
}

/** Passes bytes to and from the FIFOs until both sides are done and no master is in the middle of a transfer. */
function* exchange({ events }: Daemon, slave: BscSlave, control: number, bytes: Uint8Array): Timed<Reply> {
	slave.setUp(control);
	const { fifos } = slave;
	const received: number[] = [];
	let copied = 0;
	for (;;) {
		const before = copied + received.length;
		while (copied < bytes.length && fifos.put(bytes[copied] ?? 0)) copied++;
		while (received.length < BUFFER_BYTES) {
			const byte = fifos.take();
			if (byte === undefined) break;
			received.push(byte);
		}
		if (copied + received.length === before && fifos.busy === "no") break;
		yield BUSY_POLL;
	}
	slave.noticeFlags();
	events.ignored &= ~BSC_BIT;
	return Uint8Array.of(...statusBytes((copied << 16) | fifos.flags), ...received);
}

const transferBsc: Handler = (daemon, request) => {
	const { events } = daemon;
	const { p1: control, length } = request;
	const slave = daemon.buses.bsc;
	// No event while the daemon is at it; with control 0 not until the slave is used again.
	events.ignored |= BSC_BIT;
	if (control === 0) {
		const wait = daemon.bscMode === "off" ? 0 : setModes(daemon, daemon.bscMode, modes.input);
		daemon.bscMode = "off";
		slave?.setUp(0);
		return afterWait(daemon, wait, () => statusBytes(0));
	}
	const mode = (control & SPI_BIT) === 0 ? "i2c" : "spi";
	const isFurther = daemon.bscMode === "off" || (daemon.bscMode === "i2c" && mode === "spi");
	const wait = isFurther ? setModes(daemon, mode, modes.alt3) : 0;
	if (isFurther) {
		daemon.bscMode = mode;
		slave?.setUp(0);
	}
	const bytes = request.bytes().slice(0, BUFFER_BYTES);
	return afterWait(daemon, wait, () => {
		if (slave !== undefined) return play(daemon, exchange(daemon, slave, control, bytes));
		events.ignored &= ~BSC_BIT;
		return statusBytes((Math.min(length, BUFFER_BYTES) << 16) | EMPTY);
	});
};

export const bscHandlers: HandlersOf<"transferBsc"> = { transferBsc };

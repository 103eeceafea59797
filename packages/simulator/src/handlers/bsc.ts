import { modes } from "../board/powerOn.ts";
import type { Daemon } from "../Daemon.ts";
import { BSC_EVENT } from "../signals/Events.ts";
import { afterWait } from "./gpio.ts";
import type { Handler, HandlersOf } from "./Handler.ts";

const FIFO_BYTES = 512;
/** Both FIFOs are empty: nobody talks to the slave, and what it is given to send is gone at once. */
const EMPTY = 0x12;
const SPI_BIT = 2;

/** The GPIOs of the slave as I2C and as SPI device. */
const pins = {
	bcm2835: { i2c: [19, 18], spi: [19, 20, 18, 21] },
	bcm2711: { i2c: [11, 10], spi: [11, 9, 10, 8] },
};

/** What the slave is: the daemon only ever goes from I2C to SPI without being switched off. */
export type BscMode = "off" | "i2c" | "spi";

/** Gives the slave's GPIOs a mode, ending what else they were used for. */
function setModes(daemon: Daemon, slave: "i2c" | "spi", mode: number): number {
	let wait = 0;
	for (const gpio of pins[daemon.model.isBcm2711 ? "bcm2711" : "bcm2835"][slave]) {
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

const transferBsc: Handler = (daemon, { p1: control, length }) => {
	const { events } = daemon;
	const bit = 1 << BSC_EVENT;
	if (control === 0) {
		// The event stays switched off until the slave is used again.
		events.ignored |= bit;
		const wait = daemon.bscMode === "off" ? 0 : setModes(daemon, daemon.bscMode, modes.input);
		daemon.bscMode = "off";
		return afterWait(daemon, wait, () => statusBytes(0));
	}
	const mode = (control & SPI_BIT) === 0 ? "i2c" : "spi";
	const isFurther = daemon.bscMode === "off" || (daemon.bscMode === "i2c" && mode === "spi");
	const wait = isFurther ? setModes(daemon, mode, modes.alt3) : 0;
	if (isFurther) daemon.bscMode = mode;
	events.ignored &= ~bit;
	return afterWait(daemon, wait, () => statusBytes((Math.min(length, FIFO_BYTES) << 16) | EMPTY));
};

export const bscHandlers: HandlersOf<"transferBsc"> = { transferBsc };

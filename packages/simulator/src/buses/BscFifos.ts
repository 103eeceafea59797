/** Bytes the hardware keeps each way. */
const FIFO_BYTES = 16;
/** Bits of the flag register. */
const flag = {
	sending: 1,
	receiveEmpty: 2,
	sendFull: 4,
	receiveFull: 8,
	sendEmpty: 16,
	receiving: 32,
} as const;
const SEND_LEVEL_SHIFT = 6;
const RECEIVE_LEVEL_SHIFT = 11;

/** What the BSC slave keeps between its lines and the daemon, and the register that tells of it. */
export class BscFifos {
	/** What a master is doing now. */
	busy: "no" | "sending" | "receiving" = "no";
	readonly #toSend: number[] = [];
	readonly #received: number[] = [];

	/** The flag register, 16 bits. */
	get flags(): number {
		const [toSend, received] = [this.#toSend.length, this.#received.length];
		return (
			(this.busy === "sending" ? flag.sending : 0) |
			(received === 0 ? flag.receiveEmpty : 0) |
			(toSend === FIFO_BYTES ? flag.sendFull : 0) |
			(received === FIFO_BYTES ? flag.receiveFull : 0) |
			(toSend === 0 ? flag.sendEmpty : 0) |
			(this.busy === "receiving" ? flag.receiving : 0) |
			(toSend << SEND_LEVEL_SHIFT) |
			(received << RECEIVE_LEVEL_SHIFT)
		);
	}

	/** Takes a byte of the daemon's. @returns whether there was room */
	put(byte: number): boolean {
		if (this.#toSend.length === FIFO_BYTES) return false;
		this.#toSend.push(byte);
		return true;
	}

	/** Gives the daemon a byte that was received. */
	take(): number | undefined {
		return this.#received.shift();
	}

	/** The byte that `send` would give. */
	get nextToSend(): number | undefined {
		return this.#toSend[0];
	}

	/** Gives the master the next byte. */
	send(): number | undefined {
		return this.#toSend.shift();
	}

	/** A byte from the master; without room it is lost. */
	receive(byte: number): void {
		if (this.#received.length < FIFO_BYTES) this.#received.push(byte);
	}

	clearToSend(): void {
		this.#toSend.length = 0;
	}

	clear(): void {
		this.clearToSend();
		this.#received.length = 0;
	}
}

import type { I2cTarget } from "../../devices/lines/I2cSlave.ts";

/** A chip of 256 registers: the first byte written chooses one, further ones go there and on. Notes what it is told. */
export class RegisterChip implements I2cTarget {
	readonly address: number;
	readonly registers = new Uint8Array(256);
	/** "S" and "Sr" for starts, "w" and "r" for the direction, bytes in hexadecimal, "P" for a stop. */
	readonly seen: string[] = [];
	/** From how many bytes of a write on it refuses them. */
	refusesFrom = Number.POSITIVE_INFINITY;
	#pointer = 0;
	#written = 0;
	#isStopped = true;

	constructor(address: number, ...registers: readonly number[]) {
		this.address = address;
		this.registers.set(registers);
	}

	begin(isRead: boolean): boolean {
		this.seen.push(this.#isStopped ? "S" : "Sr", isRead ? "r" : "w");
		this.#isStopped = false;
		this.#written = 0;
		return true;
	}

	write(byte: number): boolean {
		this.seen.push(byte.toString(16).padStart(2, "0"));
		if (this.#written === 0) this.#pointer = byte;
		else this.registers[this.#pointer++ & 0xff] = byte;
		return ++this.#written <= this.refusesFrom;
	}

	read(): number {
		const byte = this.registers[this.#pointer++ & 0xff] ?? 0;
		this.seen.push(byte.toString(16).padStart(2, "0"));
		return byte;
	}

	end(isStop: boolean): void {
		this.#isStopped = isStop;
		if (isStop) this.seen.push("P");
	}

	/** What was seen since the last call. */
	take(): string {
		return this.seen.splice(0).join(" ");
	}
}

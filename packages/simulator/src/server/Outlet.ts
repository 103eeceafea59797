import type { Socket } from "node:net";
import type { Cancel, Micros } from "../devices/Device.ts";
import type { ConnectionRules, DropWay } from "../faults/RuleTable.ts";
import type { Machine } from "../Machine.ts";

/**
 * How long after its last bytes a connection is reset: when both come at once a client's system tells it of a plain
 * end.
 */
const RESET_PAUSE: Micros = 10_000;

/** Everything a connection sends goes through here: straight on, or as the rules of a fault want it. */
export class Outlet {
	/** Called when bytes have left, so that there is room again. */
	onRoom: () => void = () => {};
	/** Called when as many bytes as the rules allow have been sent. */
	onLimit: () => void = () => {};
	/** How many more bytes are sent before the limit. */
	bytesLeft = Number.POSITIVE_INFINITY;
	bytesOut = 0;
	readonly #socket: Socket;
	readonly #machine: Machine;
	#rules: Pick<ConnectionRules, "splitWrites" | "mergeWrites"> = {};
	/** What is held back. The first `#taken` bytes of the first piece are gone already. */
	#held: Uint8Array[] = [];
	#heldBytes = 0;
	#taken = 0;
	#timer: Cancel | undefined;
	/** Writes the socket has not yet passed on. */
	#underway = 0;
	#ending: DropWay | undefined;
	#isEnded = false;

	constructor(socket: Socket, machine: Machine) {
		this.#socket = socket;
		this.#machine = machine;
	}

	/** Bytes that have not left yet. */
	get waiting(): number {
		return this.#socket.writableLength + this.#heldBytes;
	}

	set rules(rules: Pick<ConnectionRules, "splitWrites" | "mergeWrites">) {
		this.#rules = rules;
		if (this.#timer === undefined) return;
		this.#timer();
		this.#pour();
	}

	/** Sends bytes; `sent` is called when their memory may be used again. */
	write(bytes: Uint8Array, sent?: () => void): void {
		if (this.#isShut) return;
		const { splitWrites, mergeWrites } = this.#rules;
		if (splitWrites === undefined && mergeWrites === undefined && this.#heldBytes === 0) {
			this.#emit(bytes, sent);
			return;
		}
		this.#held.push(bytes.slice());
		this.#heldBytes += bytes.length;
		sent?.();
		if (this.#timer !== undefined) return;
		if (mergeWrites === undefined) this.#pour();
		else this.#timer = this.#machine.after(mergeWrites.holdMillis * 1000, () => this.#pour());
	}

	/** Ends the connection when what was to be sent has been. */
	end(how: DropWay): void {
		this.#ending = how;
		this.#endWhenSent();
	}

	/** Ends the connection now. */
	drop(how: DropWay): void {
		this.#forget();
		if (how === "reset") this.#socket.resetAndDestroy();
		// What the client still says is read and ignored: closing over unread bytes would reset the connection.
		else this.#socket.end().resume();
	}

	get #isShut(): boolean {
		return this.#ending !== undefined || this.#socket.destroyed || this.#socket.writableEnded;
	}

	/** Sends what is held, or its next piece. */
	#pour(): void {
		this.#timer = undefined;
		const { splitWrites } = this.#rules;
		if (splitWrites === undefined) this.#emit(this.#take(this.#heldBytes));
		else if (splitWrites.gapMicros === 0) {
			while (this.#heldBytes > 0) this.#emit(this.#take(splitWrites.bytes));
		} else {
			this.#emit(this.#take(splitWrites.bytes));
			if (this.#heldBytes > 0) {
				this.#timer = this.#machine.after(splitWrites.gapMicros, () => this.#pour());
			}
		}
		this.#endWhenSent();
	}

	/** Takes up to `count` of the bytes held. */
	#take(count: number): Uint8Array {
		const bytes = new Uint8Array(Math.min(count, this.#heldBytes));
		let filled = 0;
		while (filled < bytes.length) {
			const first = this.#held[0];
			if (first === undefined) break;
			const part = first.subarray(this.#taken, this.#taken + bytes.length - filled);
			bytes.set(part, filled);
			filled += part.length;
			this.#taken += part.length;
			if (this.#taken === first.length) {
				this.#held.shift();
				this.#taken = 0;
			}
		}
		this.#heldBytes -= filled;
		return bytes;
	}

	#emit(bytes: Uint8Array, sent?: () => void): void {
		const allowed = Math.min(bytes.length, this.bytesLeft);
		if (allowed > 0 && !this.#socket.destroyed) {
			this.#underway++;
			this.bytesOut += allowed;
			this.bytesLeft -= allowed;
			this.#socket.write(allowed === bytes.length ? bytes : bytes.slice(0, allowed), () => {
				this.#underway--;
				sent?.();
				this.onRoom();
				this.#endWhenSent();
			});
		}
		if (this.bytesLeft > 0 || this.#ending !== undefined) return;
		this.#forget();
		this.onLimit();
	}

	/** Gives up what is held back. */
	#forget(): void {
		this.#timer?.();
		this.#timer = undefined;
		this.#held = [];
		this.#heldBytes = 0;
		this.#taken = 0;
	}

	#endWhenSent(): void {
		if (this.#ending === undefined || this.#heldBytes > 0 || this.#underway > 0) return;
		if (this.#isEnded) return;
		this.#isEnded = true;
		if (this.#ending === "end") this.drop("end");
		else this.#timer = this.#machine.after(RESET_PAUSE, () => this.drop("reset"));
	}
}

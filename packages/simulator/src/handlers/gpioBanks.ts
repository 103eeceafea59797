import type { Bank } from "../board/Bank.ts";
import type { Daemon } from "../Daemon.ts";
import type { Handler, HandlersOf } from "./Handler.ts";
import type { Request } from "./Request.ts";
import { refusals } from "./refusals.ts";

/** Bits of GPIOs that are not permitted are left out, and the answer says so; so it does of bits beyond 32. */
function change(permitted: number, { p1: bits, isWide }: Request, apply: (bits: number) => void): number {
	apply(bits & permitted);
	return (bits & ~permitted) === 0 && !isWide ? 0 : refusals.somePermitted;
}

const low = (daemon: Daemon): [Bank, number] => [daemon.board.low, daemon.permissions.low];
const high = (daemon: Daemon): [Bank, number] => [daemon.board.high, daemon.permissions.high];

const clear =
	(which: typeof low): Handler =>
	(daemon, request) => {
		const [bank, permitted] = which(daemon);
		return change(permitted, request, (allowed) => bank.clearLatches(allowed));
	};

const set =
	(which: typeof low): Handler =>
	(daemon, request) => {
		const [bank, permitted] = which(daemon);
		return change(permitted, request, (allowed) => bank.setLatches(allowed));
	};

export const gpioBankHandlers: HandlersOf<
	"readBank1" | "readBank2" | "clearBank1" | "clearBank2" | "setBank1" | "setBank2"
> = {
	readBank1: (daemon) => daemon.board.low.level,
	readBank2: (daemon) => daemon.board.high.level,
	clearBank1: clear(low),
	clearBank2: clear(high),
	setBank1: set(low),
	setBank2: set(high),
};

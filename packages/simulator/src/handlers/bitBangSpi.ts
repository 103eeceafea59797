import { type SpiLines, SpiSelect } from "../bitbang/SpiBus.ts";
import { modes } from "../board/powerOn.ts";
import type { Daemon } from "../Daemon.ts";
import { refuseUserGpio } from "./checks.ts";
import { driveGpio } from "./gpio.ts";
import { type Handler, type HandlersOf, Later, type Reply } from "./Handler.ts";
import { play } from "./play.ts";
import { refusals } from "./refusals.ts";

/** From the select's change of mode to those of the lines, as the real daemon's streams show. */
const MODE_TIME = 1;

/** Whether the lines are all free, or all those of one bus already. */
function lineState(daemon: Daemon, cs: number, lines: SpiLines): "new" | "shared" | "refused" {
	const { miso, mosi, sclk } = lines;
	if (new Set([cs, miso, mosi, sclk]).size < 4) return "refused";
	const uses = daemon.pinUses;
	if (uses.isFree(miso, mosi, sclk)) return "new";
	const isBus = uses.get(miso) === "spiMiso" && uses.get(mosi) === "spiMosi" && uses.get(sclk) === "spiSclk";
	return isBus ? "shared" : "refused";
}

const openBitBangSpi: Handler = (daemon, request) => {
	const cs = request.p1;
	const lines = { miso: request.word(0), mosi: request.word(1), sclk: request.word(2) };
	const baud = request.word(3);
	const gpios = [cs, lines.miso, lines.mosi, lines.sclk];
	if (!gpios.every((gpio) => daemon.permissions.allows(gpio))) return refusals.notPermitted;
	const refusal = gpios.map(refuseUserGpio).find((each) => each !== undefined);
	if (refusal !== undefined) return refusal;
	if (baud < 50 || baud > 250_000) return refusals.badSpiBaud;
	const state = lineState(daemon, cs, lines);
	if (!daemon.pinUses.isFree(cs) || state === "refused") return refusals.gpioInUse;
	const select = new SpiSelect(daemon.board, cs, lines, baud, request.word(4));
	daemon.pinUses.take(cs, "spiCs");
	daemon.spiSelects.set(cs, select);
	return whenDone(daemon, driveGpio(daemon, cs, select.idleLevel), () => {
		if (state === "shared") return 0;
		return openLines(daemon, lines);
	});
};

/** Goes on when a write that may have to wait for a servo pulse is done. */
function whenDone(daemon: Daemon, reply: Reply, next: () => Reply): Reply {
	if (reply instanceof Later) return new Later(reply.time, () => whenDone(daemon, reply.finish(), next));
	return next();
}

function openLines(daemon: Daemon, { miso, mosi, sclk }: SpiLines): Reply {
	const { board, pinUses } = daemon;
	daemon.spiLineModes.set(
		sclk,
		[miso, mosi, sclk].map((gpio) => [gpio, board.getMode(gpio)] as const),
	);
	pinUses.take(sclk, "spiSclk");
	pinUses.take(miso, "spiMiso");
	pinUses.take(mosi, "spiMosi");
	board.setMode(miso, modes.input);
	board.setMode(sclk, modes.output);
	return driveGpio(daemon, mosi, 0);
}

const closeBitBangSpi: Handler = (daemon, { p1: cs }) => {
	const refusal = refuseUserGpio(cs);
	if (refusal !== undefined) return refusal;
	const select = daemon.spiSelects.get(cs);
	if (select === undefined) return refusals.notSpiGpio;
	const { board, pinUses, spiSelects, spiLineModes } = daemon;
	board.setMode(cs, select.mode);
	pinUses.free(cs);
	spiSelects.delete(cs);
	const { sclk } = select.lines;
	if ([...spiSelects.values()].some(({ lines }) => lines.sclk === sclk)) return 0;
	return new Later(daemon.engine.time + MODE_TIME, () => {
		for (const [gpio, mode] of spiLineModes.get(sclk) ?? []) {
			board.setMode(gpio, mode);
			pinUses.free(gpio);
		}
		spiLineModes.delete(sclk);
		return 0;
	});
};

const transferBitBangSpi: Handler = (daemon, request) => {
	const refusal = refuseUserGpio(request.p1);
	if (refusal !== undefined) return refusal;
	const select = daemon.spiSelects.get(request.p1);
	if (select === undefined) return refusals.notSpiGpio;
	if (request.length === 0) return refusals.badPointer;
	return play(daemon, select.transfer(request.bytes().slice()));
};

export const bitBangSpiHandlers: HandlersOf<"openBitBangSpi" | "closeBitBangSpi" | "transferBitBangSpi"> = {
	openBitBangSpi,
	closeBitBangSpi,
	transferBitBangSpi,
};

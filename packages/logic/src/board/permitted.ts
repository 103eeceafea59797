import type { Revision } from "./revision.ts";

const gpios2To27 = 0x0fff_fffcn;
/** 2 to 27 and those that drive the board's LEDs and audio, as pigpiod has it. */
const plusBoards = 0x8048_0fff_fffcn;

const byModel: Readonly<Record<string, bigint>> = {
	A: 0xfbc7_cf9cn,
	B: 0xfbc7_cf9cn,
	"A+": plusBoards,
	"B+": plusBoards,
	"2B": plusBoards,
	CM1: 0xffff_ffff_ffffn,
	CM3: 0xffff_ffff_ffffn,
	"CM3+": 0xffff_ffff_ffffn,
	Zero: 0x8000_0fff_fffcn,
	"Zero W": 0x8000_0fff_fffcn,
};

/**
 * GPIOs that pigpiod lets be changed on a board unless its option -x says otherwise; bit n is GPIO n.
 * Boards younger than pigpiod 79 count as unknown to it and have GPIO 2 to 27.
 */
export function defaultPermittedMask(revision: Revision): bigint {
	if (!revision.known) return gpios2To27;
	if (revision.model === "B" && revision.version === "1.0") return 0x03e7_cf93n;
	return byModel[revision.model] ?? gpios2To27;
}

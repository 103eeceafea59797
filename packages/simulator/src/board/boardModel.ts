/** What a revision code decides. */
export interface BoardModel {
	/** The revision as HWVER tells it: without warranty bits, 0 if unknown. */
	readonly revision: number;
	/** GPIOs 0 to 31 and 32 to 53 the daemon changes by default. */
	readonly permittedLow: number;
	readonly permittedHigh: number;
	/** Whether the chip is a BCM2711 (Pi 4), whose clocks differ. */
	readonly isBcm2711: boolean;
	/** Whether there is the auxiliary SPI: not on the first A and B boards. */
	readonly hasAuxiliarySpi: boolean;
}

const masks = {
	unknown: [0x0fff_fffc, 0],
	firstB: [0x03e7_cf93, 0],
	aAndB: [0xfbc7_cf9c, 0],
	plus: [0x0fff_fffc, 0x8048],
	zero: [0x0fff_fffc, 0x8000],
	compute: [0xffff_ffff, 0xffff],
} as const;

/** The board of a revision code as in /proc/cpuinfo. */
export function boardModel(code: number): BoardModel {
	const revision = knownRevision(code);
	const [permittedLow, permittedHigh] = masks[maskName(revision)];
	return {
		revision,
		permittedLow,
		permittedHigh,
		isBcm2711: (revision & 0x80_0000) !== 0 && ((revision >>> 12) & 15) === 3,
		hasAuxiliarySpi: revision >= 16,
	};
}

/** Whether pigpio knows the board of a revision code; on others it does not start. */
export function isPigpioBoard(code: number): boolean {
	return knownRevision(code) !== 0;
}

function knownRevision(code: number): number {
	const revision = code & 0xff_ffff;
	if ((revision & 0x80_0000) === 0) return revision < 0x16 ? revision : 0;
	return ((revision >>> 12) & 15) <= 3 ? revision : 0;
}

function maskName(revision: number): keyof typeof masks {
	if (revision === 0) return "unknown";
	if (revision < 4) return "firstB";
	if (revision < 16) return "aAndB";
	if (revision === 17 || revision === 20) return "compute";
	if (revision < 22) return "plus";
	const model = (revision >>> 4) & 0xff;
	if (model < 2) return "aAndB";
	if (model <= 4) return "plus";
	if (model === 6 || model === 10 || model === 16) return "compute";
	if (model === 9 || model === 12) return "zero";
	return "unknown";
}

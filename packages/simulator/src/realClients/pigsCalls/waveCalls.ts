import { blink } from "./commonCalls.ts";
import type { CallsOf } from "./PigsCalls.ts";

/** Calls of the commands for waves. */
export const waveCalls = {
	clearWaves: { lines: [`${blink} wvcre wvclr ${blink} wvcre`], says: ["2", "0", "2", "0"] },
	addPulses: { lines: [blink], says: ["2"], wrong: "wvag 0x40000000 0 1", refusal: -42 },
	addSerial: {
		lines: ["wvas 17 9600 8 2 0 0x55 wvsm 0"],
		says: ["11", "1146"],
		wrong: "wvas 17 49 8 2 0 1",
		refusal: -35,
	},
	sendWaveLegacy: { lines: [], says: [], wrong: "wvgo", refusal: -120 },
	sendWaveLegacyRepeat: { lines: [], says: [], wrong: "wvgor", refusal: -120 },
	isWaveBusy: { lines: [`${blink} wvcre wvtxr 0 wvbsy wvhlt wvbsy`], says: ["2", "0", "5", "1", "0"] },
	stopWave: { lines: ["wvhlt"], says: [] },
	getWaveMicros: {
		lines: [`${blink} wvsm 0 wvsm 2`],
		says: ["2", "200", "1800000000"],
		wrong: "wvsm 3",
		refusal: -44,
	},
	getWavePulses: {
		lines: [`${blink} wvsp 0 wvsp 2`],
		says: ["2", "2", "12000"],
		wrong: "wvsp 3",
		refusal: -45,
	},
	getWaveControlBlocks: {
		lines: [`${blink} wvsc 0 wvsc 2`],
		says: ["2", "4", "25016"],
		wrong: "wvsc 3",
		refusal: -43,
	},
	createWave: { lines: [`${blink} wvcre`], says: ["2", "0"], wrong: "wvcre", refusal: -69 },
	deleteWave: { lines: [`${blink} wvcre wvdel 0`], says: ["2", "0"], wrong: "wvdel 0", refusal: -66 },
	sendWaveOnce: { lines: [`${blink} wvcre wvtx 0`], says: ["2", "0", "5"], wrong: "wvtx 0", refusal: -66 },
	sendWaveRepeat: {
		lines: [`${blink} wvcre wvtxr 0`],
		says: ["2", "0", "5"],
		wrong: "wvtxr 0",
		refusal: -66,
	},
	newWave: { lines: [`${blink} wvnew ${blink}`], says: ["2", "2"] },
	sendWaveChain: { lines: [`${blink} wvcre wvcha 0 0`], says: ["2", "0"], wrong: "wvcha 9", refusal: -66 },
	sendWaveUsingMode: {
		lines: [`${blink} wvcre wvtxm 0 1`],
		says: ["2", "0", "5"],
		wrong: "wvtxm 0 1",
		refusal: -66,
	},
	getCurrentWave: { lines: [`wvtat ${blink} wvcre wvtxr 0 wvtat`], says: ["9999", "2", "0", "5", "0"] },
	createPaddedWave: {
		lines: [`${blink} wvcap 10 wvtx 0`],
		says: ["2", "0", "2383"],
		wrong: `${blink} wvcap 101`,
		refusal: -81,
	},
} satisfies CallsOf;

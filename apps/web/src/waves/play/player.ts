import { useStore } from "zustand";
import { BridgeError, bridge } from "../../bridge/index.ts";
import { type PlayState, WavePlayer } from "./WavePlayer.ts";

/** The page's player, on the Pi that is connected. */
export const player = new WavePlayer({
	createWave: (pulses) => bridge.createWave(pulses.map(({ on, off, delay }) => [on, off, delay] as const)),
	sendWave: async (wave, isRepeated) => {
		await bridge.call(isRepeated ? "sendWaveRepeat" : "sendWaveOnce", { wave });
	},
	stopWave: async () => {
		await bridge.call("stopWave", {});
	},
	deleteWave: async (wave) => {
		try {
			await bridge.call("deleteWave", { wave });
		} catch (error) {
			// Released meanwhile, or pigpiod restarted: it is gone, which is what was wanted.
			const isGone =
				error instanceof BridgeError &&
				(error.pigpioName === "PI_BAD_WAVE_ID" || error.code === "foreignHandle");
			if (!isGone) throw error;
		}
	},
	currentWave: async () => Number(await bridge.call("getCurrentWave", {})),
	makeOutput: async (gpio) => {
		await bridge.call("setMode", { gpio, mode: 1 });
	},
});

/** A part of what the player does. */
export function usePlayer<T>(select: (state: PlayState) => T): T {
	return useStore(player.store, select);
}

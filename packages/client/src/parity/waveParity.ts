import { type ParityGroup, row } from "./parityRow.ts";

/** Waves. */
export const waveParity: readonly ParityGroup[] = [
	{
		title: "Waves",
		rows: [
			row("pi.wave_clear", "Pi.clearWaves", ""),
			row("pi.wave_add_new", "Pi.newWave", "`makeWave` does it"),
			row("pi.wave_add_generic", "WaveBuilder.pulses Pi.addPulses", "any number of pulses, sent in parts"),
			row(
				"pi.wave_add_serial",
				"WaveBuilder.serial Pi.addSerial",
				"offset 0, 8 data bits, 2 half stop bits by default",
			),
			row("pi.wave_create", "Pi.makeWave Pi.createWave", "nobody comes between; the 251st is refused"),
			row("pi.wave_create_and_pad", "Pi.makeWave Pi.createPaddedWave", "`makeWave(pulses, { percent })`"),
			row("pi.wave_delete", "Wave.delete Pi.deleteWave", "or `await using`"),
			row("pi.wave_send_once", "Wave.send Pi.sendWaveOnce", ""),
			row("pi.wave_send_repeat", "Wave.send Pi.sendWaveRepeat", '`wave.send("repeat")`'),
			row("pi.wave_send_using_mode", "Wave.send Pi.sendWaveUsingMode", '`wave.send("onceSynced")`'),
			row("pi.wave_chain", "WaveChain Pi.sendChain Pi.sendWaveChain", "loops and delays by name"),
			row("pi.wave_tx_at", "Pi.getWaveStatus Pi.getCurrentWave", ""),
			row("pi.wave_tx_busy", "Pi.isWaveBusy Pi.waitForWaveEnd", ""),
			row("pi.wave_tx_stop", "Pi.stopWave", ""),
			row("pi.wave_get_cbs", "Pi.getWaveControlBlocks Pi.getWaveResources", "query 0"),
			row("pi.wave_get_max_cbs", "Pi.getWaveControlBlocks Pi.getWaveResources", "query 2"),
			row("pi.wave_get_micros", "Pi.getWaveMicros Pi.getWaveResources", "query 0"),
			row("pi.wave_get_max_micros", "Pi.getWaveMicros Pi.getWaveResources", "query 2"),
			row("pi.wave_get_pulses", "Pi.getWavePulses Pi.getWaveResources", "query 0"),
			row("pi.wave_get_max_pulses", "Pi.getWavePulses Pi.getWaveResources", "query 2"),
			row("pi.wave_tx_start", "Pi.sendWaveLegacy", "pigpiod refuses it, as it does Python's"),
			row("pi.wave_tx_repeat", "Pi.sendWaveLegacyRepeat", "pigpiod refuses it, as it does Python's"),
			row("pulse", "Pulse", "a plain object `{ on, off, delay }`"),
		],
	},
];

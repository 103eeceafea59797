import type { WavePulse } from "./compile.ts";

/** The languages in which a wave can be shown. */
export type WaveLanguage = "pigs" | "python" | "c";

/** What a program is written for. */
export interface WaveProgram {
	readonly pulses: readonly WavePulse[];
	/** GPIOs to make outputs first. */
	readonly gpios: readonly number[];
	readonly isRepeated: boolean;
}

/** Writes a program that plays the wave by itself: with `pigs`, pigpio's Python module, or its C library. */
export function waveCode(language: WaveLanguage, program: WaveProgram): string {
	return writers[language](program);
}

const writers: Record<WaveLanguage, (program: WaveProgram) => string> = {
	pigs: ({ pulses, gpios, isRepeated }) =>
		[
			...gpios.map((gpio) => `pigs m ${gpio} w`),
			"pigs wvnew",
			`pigs wvag ${pulses.map(({ on, off, delay }) => `${on} ${off} ${delay}`).join("  ")}`,
			"wave=$(pigs wvcre)",
			isRepeated ? "pigs wvtxr $wave" : "pigs wvtx $wave",
			isRepeated ? "# to stop: pigs wvhlt wvdel $wave" : "# afterwards: pigs wvdel $wave",
		].join("\n"),
	python: ({ pulses, gpios, isRepeated }) =>
		[
			isRepeated ? "import pigpio" : "import time\nimport pigpio",
			"",
			"pi = pigpio.pi()",
			`for gpio in (${gpios.join(", ")}${gpios.length === 1 ? "," : ""}):`,
			"    pi.set_mode(gpio, pigpio.OUTPUT)",
			"pi.wave_add_new()",
			"pi.wave_add_generic([",
			...pulses.map(({ on, off, delay }) => `    pigpio.pulse(${hex(on)}, ${hex(off)}, ${delay}),`),
			"])",
			"wave = pi.wave_create()",
			...(isRepeated
				? ["pi.wave_send_repeat(wave)", 'input("Enter stops the wave. ")', "pi.wave_tx_stop()"]
				: ["pi.wave_send_once(wave)", "while pi.wave_tx_busy():", "    time.sleep(0.01)"]),
			"pi.wave_delete(wave)",
			"pi.stop()",
		].join("\n"),
	c: ({ pulses, gpios, isRepeated }) =>
		[
			"#include <stdio.h>",
			"#include <pigpio.h>",
			"",
			"int main(void) {",
			"    if (gpioInitialise() < 0) return 1;",
			...gpios.map((gpio) => `    gpioSetMode(${gpio}, PI_OUTPUT);`),
			"    gpioPulse_t pulses[] = {",
			...pulses.map(({ on, off, delay }) => `        {${hex(on)}, ${hex(off)}, ${delay}},`),
			"    };",
			"    gpioWaveAddNew();",
			`    gpioWaveAddGeneric(${pulses.length}, pulses);`,
			"    int wave = gpioWaveCreate();",
			...(isRepeated
				? ["    gpioWaveTxSend(wave, PI_WAVE_MODE_REPEAT);", "    getchar();", "    gpioWaveTxStop();"]
				: [
						"    gpioWaveTxSend(wave, PI_WAVE_MODE_ONE_SHOT);",
						"    while (gpioWaveTxBusy()) time_sleep(0.01);",
					]),
			"    gpioWaveDelete(wave);",
			"    gpioTerminate();",
			"    return 0;",
			"}",
		].join("\n"),
};

const hex = (mask: number) => `0x${mask.toString(16)}`;

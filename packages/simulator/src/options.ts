import { defaultSamplePeriod } from "@gpioscope/logic";
/** How the simulated daemon is started: pigpiod's options and what belongs to the simulation. */
export interface SimulatorOptions {
	/** -s: microseconds between samples, one of 1, 2, 4, 5, 8, 10. */
	readonly samplePeriod: number;
	/** -b: milliseconds of samples kept, 100 to 10000. */
	readonly bufferMillis: number;
	/** -e: secondary DMA channel; from 7 on long wave delays take several control blocks. */
	readonly secondaryChannel: number;
	/** -t: whether the PWM peripheral paces the sampling, which makes hardware PWM unavailable. */
	readonly usesPwmClock: boolean;
	/** -m: no notifications. */
	readonly alertsDisabled: boolean;
	/** -c: internal settings, as CGI tells them. */
	readonly internals: number;
	/** -x: GPIOs that may be changed; by default those of the board. */
	readonly permitted: bigint | undefined;
	/** Revision code of the board. */
	readonly revision: number;
	/** The tick the simulated system timer starts with. */
	readonly startTick: number;
	/** The folder that is the root of the Pi's files; without one no file can be opened. */
	readonly files: string | undefined;
	/** -f turns it off: commands by text through dev/pigpio below the folder of the Pi's files, if there is one. */
	readonly commandPipe: boolean;
	/** Whether there are serial ports, which send back what they are given. */
	readonly serialEcho: boolean;
}

export const defaultOptions: SimulatorOptions = {
	samplePeriod: defaultSamplePeriod,
	bufferMillis: 120,
	secondaryChannel: 6,
	usesPwmClock: false,
	alertsDisabled: false,
	internals: 0,
	permitted: undefined,
	revision: 0xa0_2082,
	startTick: 0,
	files: undefined,
	commandPipe: true,
	serialEcho: false,
};

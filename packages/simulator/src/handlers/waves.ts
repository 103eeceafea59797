import type { Daemon } from "../Daemon.ts";
import type { ChainProblem } from "../waves/chain.ts";
import { bytesPerCharacter, serialPulses } from "../waves/serialPulses.ts";
import type { WaveCounts } from "../waves/Waveform.ts";
import type { WavePulse } from "../waves/WavePulse.ts";
import { HIGHEST_WAVE_MODE } from "../waves/WaveSender.ts";
import type { CreateProblem } from "../waves/WaveStore.ts";
import { refuseUpdate, refuseUserGpio } from "./checks.ts";
import { afterWait } from "./gpio.ts";
import type { Handler, HandlersOf, Reply } from "./Handler.ts";
import type { Request } from "./Request.ts";
import { refusals } from "./refusals.ts";

const PULSE_WORDS = 3;
/** Words before the data of WVAS. */
const SERIAL_BYTES = 12;
const LONGEST_SERIAL = 1200;
const LONGEST_OFFSET = 1_800_000_000;
/** The most a waveform can have; told by WVSM, WVSP and WVSC 2. */
const maximum: WaveCounts = { micros: 1_800_000_000, pulses: 12_000, blocks: 25_016 };

const createRefusals: Record<CreateProblem, number> = {
	empty: refusals.emptyWaveform,
	tooManyBlocks: refusals.tooManyCbs,
	tooManyWords: refusals.tooManyOol,
	tooManyWaves: refusals.noWaveformId,
	badPercentage: refusals.badParam,
};

const chainRefusals: Record<ChainProblem, number> = {
	badCommand: refusals.badChainCmd,
	badWave: refusals.badWaveId,
	emptyLoop: refusals.badChainLoop,
	tooManyCounters: refusals.chainCounter,
	nestedTooDeep: refusals.chainNesting,
	foreverNotLast: refusals.badForever,
	tooLong: refusals.chainTooBig,
};

const clearWaves: Handler = ({ waveform, waves, waveSender }) => {
	waveform.clear();
	waves.clear();
	waveSender.forget();
	return 0;
};

const newWave: Handler = ({ waveform }) => {
	waveform.clear();
	return 0;
};

/** Forbidden GPIOs are taken out of the pulses; what remains is added all the same. */
const addPulses: Handler = (daemon, request) => {
	const permitted = daemon.permissions.low;
	const count = Math.floor(request.length / (4 * PULSE_WORDS));
	const pulses: WavePulse[] = [];
	let forbidden = 0;
	for (let index = 0; index < count; index++) {
		const at = PULSE_WORDS * index;
		const on = request.word(at);
		const off = request.word(at + 1);
		forbidden |= (on | off) & ~permitted;
		request.setWord(at, on & permitted);
		request.setWord(at + 1, off & permitted);
		pulses.push({ on: on & permitted, off: off & permitted, delay: request.word(at + 2) });
	}
	const total = daemon.waveform.add(pulses);
	if (total === undefined) return refusals.tooManyPulses;
	return forbidden === 0 ? total : refusals.somePermitted;
};

const addSerial: Handler = (daemon, request) => {
	const { p1: gpio, p2: baud } = request;
	const [dataBits, halfStopBits, offset] = [request.word(0), request.word(1), request.word(2)];
	const refusal =
		refuseUpdate(daemon, gpio) ??
		refuseUserGpio(gpio) ??
		(baud < 50 || baud > 1_000_000 ? refusals.badWaveBaud : undefined) ??
		(dataBits < 1 || dataBits > 32 ? refusals.badDatabits : undefined) ??
		(halfStopBits < 2 || halfStopBits > 8 ? refusals.badStopbits : undefined);
	if (refusal !== undefined) return refusal;
	const length = request.length - SERIAL_BYTES;
	// A negative length counts as a huge one.
	if (length < 0 || length > LONGEST_SERIAL) return refusals.tooManyChars;
	if (offset > LONGEST_OFFSET) return refusals.badSerOffset;
	const characters = readCharacters(request, dataBits);
	if (characters.length === 0) return 0;
	const { pulses, extra } = serialPulses({ gpio, baud, dataBits, halfStopBits, offset }, characters);
	return daemon.waveform.add(pulses, extra) ?? refusals.tooManyPulses;
};

function readCharacters(request: Request, dataBits: number): number[] {
	const size = bytesPerCharacter(dataBits);
	const bytes = request.bytes(SERIAL_BYTES);
	return Array.from({ length: Math.floor(bytes.length / size) }, (_, index) =>
		bytes
			.subarray(index * size, (index + 1) * size)
			.reduce((character, byte, position) => character | (byte << (8 * position)), 0),
	);
}

const createWave: Handler = ({ waves, waveform }) => {
	const created = waves.create(waveform);
	return typeof created === "number" ? created : createRefusals[created];
};

const createPaddedWave: Handler = ({ waves, waveform }, request) => {
	const { p1, p2, length } = request;
	if (length !== 0 && length !== 4) return refusals.badWaveId;
	const words = length === 0 && p2 === 0 ? p1 : p2;
	const percent = [p1 | 0, words | 0, length === 4 ? request.word(0) | 0 : 0] as const;
	const created = waves.createPadded(waveform, percent);
	return typeof created === "number" ? created : createRefusals[created];
};

const deleteWave: Handler = ({ waves }, { p1: wave }) => (waves.delete(wave) ? 0 : refusals.badWaveId);

function send(daemon: Daemon, id: number, mode: number): Reply {
	const wave = daemon.waves.get(id);
	if (wave === undefined) return refusals.badWaveId;
	if (mode > HIGHEST_WAVE_MODE) return refusals.badWaveMode;
	return afterWait(daemon, daemon.hardware.yieldToWaves(), () => daemon.waveSender.send(wave, mode));
}

const sendWaveChain: Handler = (daemon, request) =>
	afterWait(daemon, daemon.hardware.yieldToWaves(), () => {
		const problem = daemon.waveSender.sendChain(request.bytes());
		return problem === undefined ? 0 : chainRefusals[problem];
	});

const stopWave: Handler = ({ waveSender }) => {
	waveSender.stop();
	return 0;
};

const count =
	(which: keyof WaveCounts, refusal: number): Handler =>
	({ waveform }, { p1: query, isWide }) => {
		const counts = isWide ? undefined : [waveform.current, waveform.high, maximum][query];
		return counts?.[which] ?? refusal;
	};

export const waveHandlers: HandlersOf<
	| "clearWaves"
	| "newWave"
	| "addPulses"
	| "addSerial"
	| "createWave"
	| "createPaddedWave"
	| "deleteWave"
	| "sendWaveLegacy"
	| "sendWaveLegacyRepeat"
	| "sendWaveOnce"
	| "sendWaveRepeat"
	| "sendWaveUsingMode"
	| "sendWaveChain"
	| "getCurrentWave"
	| "isWaveBusy"
	| "stopWave"
	| "getWaveMicros"
	| "getWavePulses"
	| "getWaveControlBlocks"
> = {
	clearWaves,
	newWave,
	addPulses,
	addSerial,
	createWave,
	createPaddedWave,
	deleteWave,
	sendWaveLegacy: () => refusals.deprecated,
	sendWaveLegacyRepeat: () => refusals.deprecated,
	sendWaveOnce: (daemon, { p1: wave }) => send(daemon, wave, 0),
	sendWaveRepeat: (daemon, { p1: wave }) => send(daemon, wave, 1),
	sendWaveUsingMode: (daemon, { p1: wave, p2: mode }) => send(daemon, wave, mode),
	sendWaveChain,
	getCurrentWave: ({ waves }) => waves.playing,
	isWaveBusy: ({ waveSender }) => (waveSender.isBusy ? 1 : 0),
	stopWave,
	getWaveMicros: count("micros", refusals.badWvsmCommnd),
	getWavePulses: count("pulses", refusals.badWvspCommnd),
	getWaveControlBlocks: count("blocks", refusals.badWvscCommnd),
};

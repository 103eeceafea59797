import { characterMicros, packCharacters, serialPulses, unpackCharacters } from "@gpioscope/logic";
import type { Args, CommandName, OpenHandle, Result } from "@gpioscope/protocol";
import type { PulseTuple } from "../../bridge/BridgeClient.ts";
import { addSerialCall, openCalls } from "./serialCalls.ts";
import type { SerialSettings } from "./serialSettings.ts";

/** What a line needs of the bridge. */
export interface SerialDaemon {
	call<N extends CommandName>(name: N, args: Args<N>): Promise<Result<N>>;
	createWave(pulses: readonly PulseTuple[]): Promise<{ readonly wave: number }>;
	/** Resolves after so many milliseconds. */
	wait(milliseconds: number): Promise<void>;
	/** The mode a GPIO has now, by pigpio's number; undefined while unknown. */
	modeOf(gpio: number): number | undefined;
}

/** What was received. */
export interface Received {
	readonly values: readonly number[];
	/** Characters whose parity does not fit. */
	readonly faults: number;
}

/** A serial line that is open in the daemon. */
export interface SerialLine {
	/** What the daemon keeps for it; nothing for a GPIO that only sends. */
	readonly held: OpenHandle | undefined;
	readonly canSend: boolean;
	readonly canReceive: boolean;
	/** What has come in since it was asked last. */
	receive(): Promise<Received>;
	/** Resolves when all is sent, or handed to the device; `onTaken` hears of each part that the daemon has taken. */
	send(values: readonly number[], onTaken: (part: readonly number[]) => void): Promise<void>;
	close(): Promise<void>;
}

/** Most bytes of one answer: it may be less. */
const MOST_BYTES = 8192;
/** Characters of one wave: even alternating bits stay below the pulses that pigpiod has. */
const WAVE_CHARACTERS = 500;
/** Bytes handed to a device at once, so that other commands get their turn. */
const PORT_BYTES = 512;
/** Milliseconds between two looks at whether a wave is over. */
const LOOK_EVERY = 20;
const NOTHING_SENT = 9999;

/** Opens a line as the settings say. @throws BridgeError */
export function openLine(settings: SerialSettings, daemon: SerialDaemon): Promise<SerialLine> {
	return settings.source === "port" ? openPort(settings, daemon) : openGpios(settings, daemon);
}

async function openPort(settings: SerialSettings, daemon: SerialDaemon): Promise<SerialLine> {
	const { device, portBaud: baud } = settings;
	const handle = await daemon.call("openSerial", { device, baud, flags: 0 });
	return {
		held: { kind: "serial", id: handle },
		canSend: true,
		canReceive: true,
		async receive() {
			const bytes = await daemon.call("readSerial", { handle, count: MOST_BYTES });
			return { values: [...bytes], faults: 0 };
		},
		async send(values, onTaken) {
			for (let from = 0; from < values.length; from += PORT_BYTES) {
				const part = values.slice(from, from + PORT_BYTES);
				await daemon.call("writeSerial", { handle, data: Uint8Array.from(part) });
				onTaken(part);
			}
		},
		async close() {
			await daemon.call("closeSerial", { handle });
		},
	};
}

async function openGpios(settings: SerialSettings, daemon: SerialDaemon): Promise<SerialLine> {
	const { rx, tx, receives, sends, frame } = settings;
	const earlier = sends ? daemon.modeOf(tx) : undefined;
	const stopReceiving = async (): Promise<void> => {
		if (receives) await daemon.call("closeBitBangSerial", { gpio: rx });
	};
	for (const { name, args } of openCalls(settings)) await daemon.call(name, args);
	try {
		// A receiver takes the line's rest for silence only if it is there before the first character.
		if (sends) await daemon.call("write", { gpio: tx, level: frame.inverted ? 0 : 1 });
	} catch (error) {
		await stopReceiving();
		throw error;
	}
	return {
		held: receives ? { kind: "bitBangSerial", id: rx } : undefined,
		canSend: sends,
		canReceive: receives,
		async receive() {
			if (!receives) return { values: [], faults: 0 };
			const bytes = await daemon.call("readBitBangSerial", { gpio: rx, count: MOST_BYTES });
			const characters = unpackCharacters(bytes, frame);
			return {
				values: characters.map(({ value }) => value),
				faults: characters.filter(({ isFaulty }) => isFaulty).length,
			};
		},
		async send(values, onTaken) {
			for (let from = 0; from < values.length; from += WAVE_CHARACTERS) {
				const part = values.slice(from, from + WAVE_CHARACTERS);
				await sendWave(part, settings, daemon, () => onTaken(part));
			}
		},
		async close() {
			await stopReceiving();
			if (earlier !== undefined) await daemon.call("setMode", { gpio: tx, mode: earlier });
		},
	};
}

/** Sends characters as a wave, waits for its end and deletes it. */
async function sendWave(
	values: readonly number[],
	settings: SerialSettings,
	daemon: SerialDaemon,
	onTaken: () => void,
): Promise<void> {
	if ((await daemon.call("getCurrentWave", {})) !== NOTHING_SENT) throw new WaveInTheWay();
	const wave = await makeWave(values, settings, daemon);
	try {
		await daemon.call("sendWaveOnce", { wave });
		onTaken();
		await daemon.wait((values.length * characterMicros(settings.frame)) / 1000);
		while ((await daemon.call("getCurrentWave", {})) === wave) await daemon.wait(LOOK_EVERY);
	} finally {
		await daemon.call("deleteWave", { wave });
	}
}

/** pigpiod makes waves of characters itself, but not for an inverted line. */
async function makeWave(
	values: readonly number[],
	settings: SerialSettings,
	daemon: SerialDaemon,
): Promise<number> {
	const { tx, frame } = settings;
	if (frame.inverted) {
		const pulses = serialPulses(values, tx, frame);
		return (await daemon.createWave(pulses.map(({ on, off, delay }) => [on, off, delay]))).wave;
	}
	const { name, args } = addSerialCall(settings, packCharacters(values, frame));
	await daemon.call("newWave", {});
	await daemon.call(name, args);
	return await daemon.call("createWave", {});
}

/** Sending would replace a wave that is being sent. */
export class WaveInTheWay extends Error {
	readonly remedy = "Stop it in Waves, or wait until it is over.";

	constructor() {
		super("Another wave is being sent, which this would stop.");
		this.name = "WaveInTheWay";
	}
}

/** The GPIO that sends was made something else. */
export class SenderTaken extends Error {
	readonly remedy = "Close the line and open it again.";

	constructor(gpio: number) {
		super(`GPIO ${gpio} is no output any more: what is sent does not go out.`);
		this.name = "SenderTaken";
	}
}

import type { Pi } from "@gpioscope/client";
import { hardwareClock, powerOnPull } from "@gpioscope/logic";
import {
	OTHER_PROGRAM,
	PigpioError,
	type PinDrive,
	type PinFacts,
	type PinWatches,
} from "@gpioscope/protocol";

/** What is known of a pin beside what pigpiod answers about it. */
export type PinNotes = Pick<PinFacts, "watches" | "use" | "locked">;

/** Who changed a pin, and how. */
export type PinChange = NonNullable<PinFacts["changedBy"]>;

const OUTPUT = 1;
const INPUT = 0;
/** WVTAT answers these when no live wave is being sent. */
const NO_WAVE = 9998;
/** GPIOs of the first bank: only they have waves, PWM and servo pulses. */
const FIRST_BANK = 32;

/**
 * Knows mode, pull and drive of every pin, by asking pigpiod: about once a second for what other programs do, at once
 * for what was done through this bridge. Levels are not its business, they ride in the blocks.
 */
export class PinWatch {
	readonly #pi: Pi;
	readonly #onChange: (pins: PinFacts[]) => void;
	readonly #maskOfWave: (wave: number) => number;
	#gpios: readonly number[] = [];
	#pins = new Map<number, PinFacts>();
	readonly #pulls = new Map<number, number>();
	readonly #notes = new Map<number, PinNotes>();
	#known = false;
	/** Counts the refreshes; of each pin, which one asked for it last, and which one's answer is shown. */
	#refreshes = 0;
	readonly #asked = new Map<number, number>();
	readonly #shown = new Map<number, number>();

	constructor(pi: Pi, maskOfWave: (wave: number) => number, onChange: (pins: PinFacts[]) => void) {
		this.#pi = pi;
		this.#maskOfWave = maskOfWave;
		this.#onChange = onChange;
	}

	/** All pins as last seen, by GPIO. */
	list(): PinFacts[] {
		return [...this.#pins.values()];
	}

	get(gpio: number): PinFacts | undefined {
		return this.#pins.get(gpio);
	}

	/** Another daemon, perhaps another board: what was known is not certain any more. */
	begin(gpios: readonly number[]): void {
		this.#gpios = gpios;
		this.#known = false;
	}

	/** A pull was set through this bridge; it cannot be read back. */
	notePull(gpio: number, pull: number): void {
		this.#pulls.set(gpio, pull);
	}

	/** Adds to what is known of a pin, and tells it; what is undefined is not known any more. */
	note(gpio: number, change: PinNotes): void {
		const notes = { ...this.#notes.get(gpio), ...change };
		this.#notes.set(gpio, notes);
		const before = this.#pins.get(gpio);
		if (before === undefined) return;
		const facts = { ...before, ...notes };
		this.#pins.set(gpio, facts);
		this.#onChange([facts]);
	}

	/** A filter or watchdog was set through this bridge; it cannot be read back. */
	noteWatches(gpio: number, watches: PinWatches): void {
		this.note(gpio, { watches: { ...this.#notes.get(gpio)?.watches, ...watches } });
	}

	/** Another daemon: filters and watchdogs are off again, and nobody here has set them. */
	forgetWatches(): void {
		for (const [gpio, { watches }] of this.#notes)
			if (watches !== undefined) this.note(gpio, { watches: undefined });
	}

	/** A session is gone: what it changed is nobody's any more. */
	left(session: string): void {
		const changed: PinFacts[] = [];
		for (const facts of this.#pins.values()) {
			const { changedBy } = facts;
			if (changedBy?.session === session) changed.push({ ...facts, changedBy: { ...changedBy, left: true } });
		}
		for (const facts of changed) this.#pins.set(facts.gpio, facts);
		if (changed.length > 0) this.#onChange(changed);
	}

	/**
	 * Asks for pins anew; all of them without a list.
	 * @param change who did it; without, a difference is another program's doing
	 * @throws what a call throws when the connection fails
	 */
	async refresh(gpios: readonly number[] = this.#gpios, change?: PinChange): Promise<void> {
		const isFirst = !this.#known;
		const wanted = gpios.filter((gpio) => this.#gpios.includes(gpio));
		if (wanted.length === 0) return;
		const turn = ++this.#refreshes;
		for (const gpio of wanted) this.#asked.set(gpio, turn);
		const found = await this.#ask(wanted);
		const changed: PinFacts[] = [];
		for (const [gpio, { mode, drive }] of found) {
			if (this.#isOutdated(gpio, turn, change)) continue;
			this.#shown.set(gpio, turn);
			const before = this.#pins.get(gpio);
			const pull = this.#pullOf(gpio);
			const isSame =
				before !== undefined &&
				before.mode === mode &&
				before.pull?.value === pull.value &&
				before.pull.source === pull.source &&
				isSameDrive(before.drive, drive);
			if (isSame && change === undefined) continue;
			const notes = this.#notes.get(gpio);
			// What a script does that was started here is of whoever started it.
			const isOwn = isFirst || before === undefined || notes?.use?.kind === "script";
			const author =
				change ?? (isOwn ? before?.changedBy : { session: OTHER_PROGRAM, pigs: "", at: Date.now() });
			const facts = {
				gpio,
				mode,
				pull,
				drive,
				...notes,
				...(author === undefined ? {} : { changedBy: author }),
			};
			this.#pins.set(gpio, facts);
			changed.push(facts);
		}
		if (wanted.length === this.#gpios.length) this.#known = true;
		if (changed.length > 0) this.#onChange(changed);
	}

	/**
	 * True when a newer answer is shown already. One that only looked at what others do also gives way to a newer
	 * question: that was asked because of a change made here, which it might take for another program's.
	 */
	#isOutdated(gpio: number, turn: number, change: PinChange | undefined): boolean {
		if (change === undefined && this.#asked.get(gpio) !== turn) return true;
		return (this.#shown.get(gpio) ?? 0) > turn;
	}

	#pullOf(gpio: number): NonNullable<PinFacts["pull"]> {
		const set = this.#pulls.get(gpio);
		return set === undefined
			? { value: powerOnPull(gpio), source: "power-on default" }
			: { value: set, source: "set here" };
	}

	/** Two rounds, each in one write: modes, then what drives those that are not plain inputs. */
	async #ask(gpios: readonly number[]): Promise<Map<number, { mode: number; drive: PinDrive }>> {
		const [wave, ...modes] = await Promise.all([
			this.#pi.getCurrentWave(),
			...gpios.map((gpio) => this.#pi.getMode({ gpio })),
		]);
		const waveMask = wave < NO_WAVE ? this.#maskOfWave(wave) : 0;
		const entries = gpios.map(async (gpio, index) => {
			const mode = modes[index] ?? INPUT;
			const isWaving = gpio < FIRST_BANK && mode === OUTPUT && ((waveMask >>> gpio) & 1) === 1;
			const drive: PinDrive = isWaving ? { kind: "wave" } : await this.#driveOf(gpio, mode);
			return [gpio, { mode, drive }] as const;
		});
		return new Map(await Promise.all(entries));
	}

	async #driveOf(gpio: number, mode: number): Promise<PinDrive> {
		const plain: PinDrive = { kind: mode === OUTPUT ? "level" : "none" };
		// Of the second bank, which only Compute Modules have, pigpiod answers nothing about PWM and servo pulses.
		if (mode === INPUT || gpio >= FIRST_BANK) return plain;
		const [dutyCycle, pulseWidth] = await Promise.all([
			orUndefined(this.#pi.getPwmDutyCycle({ gpio })),
			mode === OUTPUT ? orUndefined(this.#pi.getServoPulseWidth({ gpio })) : undefined,
		]);
		if (pulseWidth !== undefined && pulseWidth > 0) return { kind: "servo", pulseWidth };
		if (dutyCycle === undefined) return plain;
		const [range, realRange, frequency] = await Promise.all([
			this.#pi.getPwmRange({ gpio }),
			this.#pi.getPwmRealRange({ gpio }),
			this.#pi.getPwmFrequency({ gpio }),
		]);
		if (mode === OUTPUT) {
			return dutyCycle === 0 ? plain : { kind: "pwm", dutyCycle, range, realRange, frequency };
		}
		const kind = hardwareClock(gpio) === undefined ? "hardwarePwm" : "clock";
		return { kind, frequency, dutyCycle };
	}
}

/** pigpiod says by an error that a GPIO has no PWM or no servo pulses; that is an answer here. */
async function orUndefined(call: Promise<number>): Promise<number | undefined> {
	try {
		return await call;
	} catch (error) {
		if (error instanceof PigpioError) return undefined;
		throw error;
	}
}

function isSameDrive(a: PinDrive, b: PinDrive): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

import { PigpioError, type PinFacts } from "@gpioscope/protocol";
import type { Target } from "../targets/Target.ts";

/** How a pin was before a session changed it. */
export interface Earlier {
	readonly mode: number;
	/** undefined while nobody knows it. */
	readonly level: number | undefined;
}

const OUTPUT = 1;
/** First GPIO of the second bank, of which no reports come: its levels are asked for. */
const SECOND_BANK = 32;

/** How pins were before a session first touched them. */
export class PinMemory {
	readonly #target: Target;
	readonly #sessions = new Map<string, Map<number, Earlier>>();

	constructor(target: Target) {
		this.#target = target;
	}

	/**
	 * How these pins are now, as far as that is known. A call that is made after this one changes nothing of the answer:
	 * pigpiod answers in turn.
	 */
	async look(gpios: readonly number[]): Promise<ReadonlyMap<number, Earlier>> {
		const { level: first, pins } = this.#target;
		const known = gpios.flatMap((gpio) => pins.get(gpio) ?? []);
		const second = known.some(({ gpio }) => gpio >= SECOND_BANK) ? await this.#readSecond() : undefined;
		return new Map(
			known.map(({ gpio, mode }) => {
				const word = gpio < SECOND_BANK ? first : second;
				const level = word === undefined ? undefined : (word >>> (gpio % SECOND_BANK)) & 1;
				return [gpio, { mode, level }];
			}),
		);
	}

	/** Without an answer the levels are not known; the call that is made next tells why. */
	#readSecond(): Promise<number | undefined> {
		return this.#target.pi.readBank2().catch(() => undefined);
	}

	/** The session changed pins that were like that before. Only its first change of a pin counts. */
	keep(session: string, earlier: ReadonlyMap<number, Earlier>): void {
		if (earlier.size === 0) return;
		const pins = this.#sessions.get(session) ?? new Map<number, Earlier>();
		this.#sessions.set(session, pins);
		for (const [gpio, each] of earlier) if (!pins.has(gpio)) pins.set(gpio, each);
	}

	forget(session: string): void {
		this.#sessions.delete(session);
	}

	clear(): void {
		this.#sessions.clear();
	}

	/**
	 * Gives a session's pins back what they were, and forgets each that was. Returns which, and which stay as they are
	 * because they are locked; those that pigpiod does not let change stay as well.
	 * @throws what calls throw when the connection fails
	 */
	async restore(session: string): Promise<{ readonly restored: number[]; readonly locked: number[] }> {
		const pins = this.#sessions.get(session) ?? new Map<number, Earlier>();
		const restored: number[] = [];
		const locked: number[] = [];
		await this.#target.pins.refresh([...pins.keys()]);
		for (const [gpio, earlier] of pins) {
			if (this.#target.pins.get(gpio)?.locked === true) {
				locked.push(gpio);
				continue;
			}
			try {
				await this.#restoreOne(gpio, earlier);
				restored.push(gpio);
			} catch (error) {
				if (!(error instanceof PigpioError)) throw error;
			}
			pins.delete(gpio);
		}
		return { restored, locked };
	}

	async #restoreOne(gpio: number, { mode, level }: Earlier): Promise<void> {
		await this.#stopDrive(gpio, this.#target.pins.get(gpio));
		if (mode === OUTPUT && level !== undefined) await this.#target.pi.write({ gpio, level });
		else await this.#target.pi.setMode({ gpio, mode });
	}

	async #stopDrive(gpio: number, facts: PinFacts | undefined): Promise<void> {
		const { pi } = this.#target;
		switch (facts?.drive.kind) {
			case "pwm":
				await pi.setPwm({ gpio, dutyCycle: 0 });
				break;
			case "servo":
				await pi.setServo({ gpio, pulseWidth: 0 });
				break;
			case "hardwarePwm":
				await pi.setHardwarePwm({ gpio, frequency: 0, dutyCycle: 0 });
				break;
			case "clock":
				await pi.setHardwareClock({ gpio, frequency: 0 });
				break;
			default:
		}
	}
}

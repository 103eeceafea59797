import type { PinFacts } from "@gpioscope/protocol";
import type { Target } from "../targets/Target.ts";

interface Earlier {
	readonly mode: number;
	readonly level: number;
}

const OUTPUT = 1;

/** How pins were before a session first touched them. */
export class PinMemory {
	readonly #target: Target;
	readonly #sessions = new Map<string, Map<number, Earlier>>();

	constructor(target: Target) {
		this.#target = target;
	}

	/** The session is about to change these. */
	note(session: string, gpios: readonly number[]): void {
		if (gpios.length === 0) return;
		const pins = this.#sessions.get(session) ?? new Map<number, Earlier>();
		this.#sessions.set(session, pins);
		for (const gpio of gpios) {
			const facts = this.#target.pins.get(gpio);
			if (facts === undefined || pins.has(gpio)) continue;
			pins.set(gpio, { mode: facts.mode, level: gpio < 32 ? (this.#target.level >>> gpio) & 1 : 0 });
		}
	}

	forget(session: string): void {
		this.#sessions.delete(session);
	}

	clear(): void {
		this.#sessions.clear();
	}

	/** Gives a session's pins back what they were. Returns which. @throws what calls throw */
	async restore(session: string): Promise<number[]> {
		const pins = this.#sessions.get(session);
		this.#sessions.delete(session);
		if (pins === undefined) return [];
		await this.#target.pins.refresh([...pins.keys()]);
		for (const [gpio, earlier] of pins) {
			await this.#stopDrive(gpio, this.#target.pins.get(gpio));
			if (earlier.mode === OUTPUT) await this.#target.pi.write({ gpio, level: earlier.level });
			else await this.#target.pi.setMode({ gpio, mode: earlier.mode });
		}
		return [...pins.keys()];
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

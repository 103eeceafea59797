import { VirtualClock } from "../engine/Clock.ts";
import type { Machine } from "../Machine.ts";
import { ControlError } from "./ControlError.ts";
import type { ControlHandlersOf } from "./ControlHandler.ts";

function moments({ daemon, clock }: Machine): { tick: number; micros: number } {
	return { tick: daemon.tick, micros: clock.now() };
}

export const boardHandlers: ControlHandlersOf<"glitch" | "drive" | "release" | "time" | "advance"> = {
	glitch: ({ bench }, { gpio, level, micros }) => {
		bench.glitch(gpio, level, micros);
		return {};
	},
	drive: ({ bench }, { gpio, level }) => {
		bench.force(gpio, level);
		return {};
	},
	release: ({ bench }, { gpio }) => {
		bench.force(gpio, undefined);
		return {};
	},
	time: ({ machine }) => {
		const isVirtual = machine.clock instanceof VirtualClock;
		return { ...moments(machine), isVirtual, rate: isVirtual ? 0 : 1 };
	},
	advance: ({ machine }, { micros }) => {
		const { clock } = machine;
		if (!(clock instanceof VirtualClock)) {
			throw new ControlError("clockIsReal", "Time passes by itself here and cannot be moved.");
		}
		clock.advance(micros);
		return moments(machine);
	},
};

import { useEffect, useRef, useState } from "react";
import { servoCentre, sweepStep } from "../model/servoWidth.ts";

/** Time between two positions in ms: a servo reads a new pulse every 20. */
const INTERVAL = 40;
const DEFAULT_SPEED = 500;

/** A servo's movement to and fro. */
export interface Sweep {
	readonly running: boolean;
	/** Microseconds of pulse width a second. */
	readonly speed: number;
	readonly setSpeed: (speed: number) => void;
	/** From a pulse width in microseconds. */
	readonly start: (width: number) => void;
	readonly stop: () => void;
}

/** Moves a servo to and fro between its limits until stopped, not allowed any more, or out of sight. */
export function useSweep(
	limits: { readonly min: number; readonly max: number },
	allowed: boolean,
	set: (width: number) => void,
): Sweep {
	const [running, setRunning] = useState(false);
	const [speed, setSpeed] = useState(DEFAULT_SPEED);
	const position = useRef<{ readonly width: number; readonly direction: 1 | -1 }>({
		width: servoCentre,
		direction: 1,
	});
	const latest = useRef({ limits, set, speed });
	latest.current = { limits, set, speed };
	const active = running && allowed;
	useEffect(() => {
		if (!active) return;
		const timer = setInterval(() => {
			const now = latest.current;
			position.current = sweepStep(position.current, now.speed, INTERVAL / 1000, now.limits);
			now.set(Math.round(position.current.width));
		}, INTERVAL);
		return () => clearInterval(timer);
	}, [active]);
	return {
		running: active,
		speed,
		setSpeed,
		start: (width) => {
			position.current = { width, direction: 1 };
			setRunning(true);
		},
		stop: () => setRunning(false),
	};
}

/** pigpiod's limits of a servo pulse in microseconds; 0 is off. */
export const servoLimits = { min: 500, max: 2500 } as const;

/** What no servo's gears mind; more only after *Widen limits*. */
export const safeServoLimits = { min: 1000, max: 2000 } as const;

/** Middle of both limits. */
export const servoCentre = 1500;

/** The pulse really sent: pigpiod rounds down to whole samples. Both in microseconds. */
export function realServoWidth(width: number, samplePeriod: number): number {
	return Math.floor(width / samplePeriod) * samplePeriod;
}

/** Angle of a usual servo in degrees: 500 to 2500 µs turn it from −90 to 90. */
export function servoAngle(width: number): number {
	return ((width - servoCentre) / (servoLimits.max - servoCentre)) * 90;
}

/** Pulse of an angle in degrees, whole microseconds, inside the limits given. */
export function servoWidthOfAngle(
	angle: number,
	limits: { readonly min: number; readonly max: number },
): number {
	const width = Math.round(servoCentre + (angle / 90) * (servoLimits.max - servoCentre));
	return Math.min(limits.max, Math.max(limits.min, width));
}

/** One step of a sweep: goes on from `width` by `speed` (µs/s) for `elapsed` (s), turning at the limits. */
export function sweepStep(
	position: { readonly width: number; readonly direction: 1 | -1 },
	speed: number,
	elapsed: number,
	limits: { readonly min: number; readonly max: number },
): { readonly width: number; readonly direction: 1 | -1 } {
	const width = position.width + position.direction * speed * elapsed;
	if (width >= limits.max) return { width: limits.max, direction: -1 };
	if (width <= limits.min) return { width: limits.min, direction: 1 };
	return { width, direction: position.direction };
}

/** What the factory found out about one BME280, by the names of the data sheet without their "dig_". */
export const calibration = {
	T1: 27504,
	T2: 26435,
	T3: -1000,
	P1: 36477,
	P2: -10685,
	P3: 3024,
	P4: 2855,
	P5: 140,
	P6: -7,
	P7: 15500,
	P8: -14600,
	P9: 6000,
	H1: 75,
	H2: 370,
	H3: 0,
	H4: 313,
	H5: 50,
	H6: 30,
} as const;

/** Raw values of the three sensors. */
export interface RawValues {
	/** 20 bits. */
	readonly temperature: number;
	/** 20 bits. */
	readonly pressure: number;
	/** 16 bits. */
	readonly humidity: number;
}

/** Writes the calibration into the registers it is read from. */
export function writeCalibration(registers: Uint8Array): void {
	const view = new DataView(registers.buffer, registers.byteOffset);
	const { T1, T2, T3, P1, P2, P3, P4, P5, P6, P7, P8, P9, H1, H2, H3, H4, H5, H6 } = calibration;
	for (const [index, value] of [T1, T2, T3, P1, P2, P3, P4, P5, P6, P7, P8, P9].entries()) {
		view.setInt16(0x88 + 2 * index, value, true);
	}
	registers[0xa1] = H1;
	view.setInt16(0xe1, H2, true);
	registers[0xe3] = H3;
	// Two numbers of twelve bits in three bytes.
	registers[0xe4] = H4 >> 4;
	registers[0xe5] = (H4 & 0x0f) | ((H5 & 0x0f) << 4);
	registers[0xe6] = H5 >> 4;
	registers[0xe7] = H6;
}

/** The raw values that the data sheet's compensation turns into these, as near as their steps allow. */
export function rawValues(celsius: number, pascal: number, percent: number): RawValues {
	const temperature = solve(20, (raw) => fineTemperature(raw) / 5120 - celsius);
	// Pressure and humidity are compensated with the temperature as it was measured.
	const fine = fineTemperature(temperature);
	return {
		temperature,
		pressure: solve(20, (raw) => pascal - pressureOf(raw, fine)),
		humidity: solve(16, (raw) => humidityOf(raw, fine) - percent),
	};
}

/** The number of `bits` bits at which a rising function comes nearest to 0 from below. */
function solve(bits: number, rising: (raw: number) => number): number {
	let found = 0;
	for (let bit = 2 ** (bits - 1); bit >= 1; bit /= 2) if (rising(found + bit) <= 0) found += bit;
	return found;
}

/** The data sheet's t_fine: the temperature in 1/5120 degrees. */
function fineTemperature(raw: number): number {
	const { T1, T2, T3 } = calibration;
	return (raw / 16384 - T1 / 1024) * T2 + (raw / 131072 - T1 / 8192) ** 2 * T3;
}

function pressureOf(raw: number, fine: number): number {
	const { P1, P2, P3, P4, P5, P6, P7, P8, P9 } = calibration;
	const warmth = fine / 2 - 64000;
	const offset = ((warmth * warmth * P6) / 32768 + warmth * P5 * 2) / 4 + P4 * 65536;
	const slope = (1 + ((P3 * warmth * warmth) / 524288 + P2 * warmth) / 524288 / 32768) * P1;
	const pressure = ((1048576 - raw - offset / 4096) * 6250) / slope;
	return pressure + ((P9 * pressure * pressure) / 2147483648 + (pressure * P8) / 32768 + P7) / 16;
}

function humidityOf(raw: number, fine: number): number {
	const { H1, H2, H3, H4, H5, H6 } = calibration;
	const warmth = fine - 76800;
	const linear =
		(raw - (H4 * 64 + (H5 / 16384) * warmth)) *
		((H2 / 65536) * (1 + (H6 / 67108864) * warmth * (1 + (H3 / 67108864) * warmth)));
	return linear * (1 - (H1 * linear) / 524288);
}

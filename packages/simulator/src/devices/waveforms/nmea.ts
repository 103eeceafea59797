/** A position and time as a GPS receiver has them. */
export interface Fix {
	/** Seconds of the day, UTC. */
	readonly seconds: number;
	/** Degrees, north positive. */
	readonly latitude: number;
	/** Degrees, east positive. */
	readonly longitude: number;
	/** Metres above sea level. */
	readonly altitude: number;
	readonly satellites: number;
}

/** The NMEA 0183 GGA sentence of a fix, with checksum and line end. */
export function ggaSentence(fix: Fix): string {
	const { seconds, satellites, altitude } = fix;
	const time = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => digits(Math.floor(part), 2));
	const fields = [
		"GPGGA",
		`${time.join("")}.00`,
		angle(fix.latitude, 2),
		fix.latitude < 0 ? "S" : "N",
		angle(fix.longitude, 3),
		fix.longitude < 0 ? "W" : "E",
		"1",
		digits(satellites, 2),
		"0.9",
		altitude.toFixed(1),
		"M",
		"47.0",
		"M",
		"",
		"",
	];
	const body = fields.join(",");
	let sum = 0;
	for (let i = 0; i < body.length; i++) sum ^= body.charCodeAt(i);
	return `$${body}*${sum.toString(16).toUpperCase().padStart(2, "0")}\r\n`;
}

function digits(value: number, width: number): string {
	return String(value).padStart(width, "0");
}

/** Degrees and minutes in one number, as NMEA writes them: 48.1173 degrees are 4807.0380. */
function angle(degrees: number, width: number): string {
	const minutes = Math.round(Math.abs(degrees) * 600_000);
	const whole = digits(Math.floor(minutes / 600_000), width);
	return whole + ((minutes % 600_000) / 10_000).toFixed(4).padStart(7, "0");
}

import { expect, test } from "vitest";
import { ggaSentence } from "./nmea.ts";

test("a sentence has the form and checksum receivers expect", () => {
	const fix = { seconds: 45_319, latitude: 48.1173, longitude: 11.51667, altitude: 545.4, satellites: 8 };
	expect(ggaSentence(fix)).toBe("$GPGGA,123519.00,4807.0380,N,01131.0002,E,1,08,0.9,545.4,M,47.0,M,,*63\r\n");
	expect(ggaSentence({ ...fix, latitude: -0.99999999, longitude: -179.5 })).toContain(
		",0100.0000,S,17930.0000,W,",
	);
});

import { expect, it } from "vitest";
import { fits } from "./fits.ts";

const button = { name: "Doorbell", kind: "button", gpios: { contact: 17 }, controls: [] };

it.each(["", "17", "gpio 17", "GPIO17", "door", "BUTTON 17"])("finds a device by %j", (wanted) => {
	expect(fits(button, wanted)).toBe(true);
});

it.each(["1", "gpio1", "gpio 7", "lamp", "door 4"])("does not find it by %j", (wanted) => {
	expect(fits(button, wanted)).toBe(false);
});

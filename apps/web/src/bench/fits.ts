import type { DeviceFacts } from "@gpioscope/protocol";

/** Whether name, kind, a control or a GPIO (17, GPIO 17, gpio17) is what somebody looks for. */
export function fits(
	{ name, kind, gpios, controls }: Pick<DeviceFacts, "name" | "kind" | "gpios" | "controls">,
	wanted: string,
): boolean {
	const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
	const texts = [name, kind, ...controls.map(({ label }) => label)].map((text) => text.toLowerCase());
	const numbers = Object.values(gpios).map(String);
	return words.every(
		(word) =>
			word === "gpio" ||
			numbers.includes(word.replace(/^gpio(?=\d)/, "")) ||
			texts.some((text) => text.includes(word)),
	);
}

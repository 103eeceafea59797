import type { ControlValue } from "@gpioscope/protocol";

/** Units as people write them; others stay as they are. */
const signs: Readonly<Record<string, string>> = { degC: "°C", deg: "°", us: "µs", ohm: "Ω" };

/** A unit as it is shown. */
export function unitText(unit: string): string {
	return signs[unit] ?? unit;
}

/** Digits behind the point that a step needs. */
export function decimalsOf(step: number): number {
	const [, digits = ""] = /\.(\d+)/.exec(step.toFixed(6).replace(/0+$/, "")) ?? [];
	return digits.length;
}

/** A value as it is shown: numbers of a control with the digits its step has, readings with up to three. */
export function valueText(value: ControlValue | undefined, decimals?: number): string {
	if (value === undefined) return "–";
	if (typeof value === "boolean") return value ? "on" : "off";
	if (typeof value === "string") return value;
	return decimals === undefined ? String(Math.round(value * 1000) / 1000) : value.toFixed(decimals);
}

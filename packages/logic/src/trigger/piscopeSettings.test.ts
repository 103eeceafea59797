import { describe, expect, it } from "vitest";
import { readPiscopeSettings } from "./piscopeSettings.ts";

const types = (signs: Readonly<Record<number, number>>): string =>
	Array.from({ length: 32 }, (_, gpio) => `${signs[gpio] ?? 0};`).join("");

const settings = `[Settings]
serverAddress=bench-pi
serverPort=8889
activeGPIOs=17;2;27;
triggerSamples=3
trigger1Enabled=true
trigger1Action=2
trigger1GPIOTypes=${types({ 4: 5, 17: 1 })}
trigger2Enabled=false
trigger2Action=3
trigger2GPIOTypes=${types({ 2: 3, 3: 4, 5: 2 })}
trigger3Enabled=true
trigger3Action=0
trigger3GPIOTypes=${types({})}
`;

describe("piscope's settings", () => {
	it("give the Pi, the GPIOs on view and the triggers as they stand there", () => {
		const { address, gpios, triggers } = readPiscopeSettings(settings);
		expect(address).toEqual({ host: "bench-pi", port: 8889 });
		expect(gpios).toEqual([2, 17, 27]);
		expect(triggers).toEqual([
			{
				number: 1,
				name: "",
				enabled: true,
				stages: [{ condition: { kind: "lines", lines: { 4: "rising", 17: "low" } }, count: 1 }],
				action: { kind: "pause", length: { unit: "changes", count: 1000 }, position: 0.5 },
			},
			{
				number: 2,
				name: "",
				enabled: false,
				stages: [{ condition: { kind: "lines", lines: { 2: "edge", 3: "falling", 5: "high" } }, count: 1 }],
				action: { kind: "pause", length: { unit: "changes", count: 1000 }, position: 1 },
			},
		]);
	});

	it("have piscope's defaults where something is left out", () => {
		expect(readPiscopeSettings("# made by hand\r\n[Settings]\r\nserverAddress = pi\r\n")).toEqual({
			address: { host: "pi", port: 8888 },
			gpios: undefined,
			triggers: [],
		});
		expect(readPiscopeSettings("[Settings]\nserverAddress=\nserverPort=\n").address).toBeUndefined();
	});

	it("are refused with the line and the reason", () => {
		const refused = (text: string): unknown => {
			try {
				return readPiscopeSettings(text);
			} catch (error) {
				return (error as Error).message;
			}
		};
		expect(refused("#piscope\n#date 2026-01-01 00:00:00\n0 00000000\n")).toBe(
			'Line 3: "0 00000000" is no key with a value.',
		);
		expect(refused("[Other]\na=1\n")).toBe("These are no settings of piscope.");
		expect(refused("[Settings]\nactiveGPIOs=2;32;\n")).toBe('Line 2: "32" is no number from 0 to 31.');
		expect(refused("[Settings]\nserverPort=http\n")).toBe('Line 2: "http" is no number from 0 to 65535.');
		expect(refused("[Settings]\ntriggerSamples=9\n")).toBe('Line 2: "9" is no number from 0 to 8.');
		expect(refused(`[Settings]\ntrigger1GPIOTypes=${"0;".repeat(33)}\n`)).toBe(
			"Line 2: 33 numbers, but there are 32 GPIOs.",
		);
		expect(refused(`[Settings]\ntrigger1GPIOTypes=5;\ntrigger1Enabled=maybe\n`)).toBe(
			'Line 3: "maybe" is neither on nor off.',
		);
	});
});

// @vitest-environment happy-dom
import { boardOf, unknownDevice } from "@gpioscope/logic";
import { type CommandName, commands, type TargetFacts } from "@gpioscope/protocol";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bridge } from "./bridge/index.ts";
import { AccessEditor } from "./buses/i2c/device/AccessEditor.tsx";
import { SerialMain } from "./buses/serial/SerialMain.tsx";
import { serialSettings } from "./buses/serial/serialSettings.ts";
import { SetUpForm } from "./buses/slave/SetUpForm.tsx";
import { SpiMain } from "./buses/spi/SpiMain.tsx";
import { changeFlags, changeSetup, spiSettings } from "./buses/spi/spiSettings.ts";
import { CustomForms } from "./console/shell/CustomForms.tsx";
import { ProgramForm } from "./console/shell/ProgramForm.tsx";
import { AddTarget } from "./frame/targets/AddTarget.tsx";
import { HardwareDrive } from "./pins/inspector/HardwareDrive.tsx";
import { PulseDrive } from "./pins/inspector/PulseDrive.tsx";
import { PwmDrive } from "./pins/inspector/PwmDrive.tsx";
import { ServoDrive } from "./pins/inspector/ServoDrive.tsx";
import { WatchSection } from "./pins/inspector/WatchSection.tsx";
import { ActionEditor } from "./scope/trigger/editor/ActionEditor.tsx";
import { StageCard } from "./scope/trigger/editor/StageCard.tsx";
import { ParamRows } from "./scripts/inspector/ParamRows.tsx";
import { SettingsPage } from "./settings/SettingsPage.tsx";
import { connectionStore } from "./stores/connectionStore.ts";
import { setArmed } from "./stores/uiStore.ts";
import { Mounted, problemOf } from "./testing/mount.tsx";
import { DocumentSection } from "./waves/inspector/DocumentSection.tsx";

const REVISION = 0xa02082;
const board = boardOf(REVISION);
const ignore = () => {};
const target: TargetFacts = {
	id: "pi",
	name: "bench",
	address: { host: "127.0.0.1", port: 8888 },
	simulated: false,
	state: { kind: "live", epoch: 1, version: 79, revision: REVISION, since: 0, samplePeriod: 5 },
};

interface Form {
	readonly name: string;
	readonly content: ReactNode;
	/** Fields that take a number. */
	readonly numbers: readonly string[];
	/** Fields that take any text: names, searches, bytes, which are tested by themselves. */
	readonly texts?: readonly string[];
	/** Buttons that send what the fields hold. */
	readonly acts?: readonly string[];
	readonly prepare?: () => void;
}

/** Every form of the page that takes numbers. */
const forms: readonly Form[] = [
	{
		name: "a pulse",
		content: <PulseDrive gpio={17} disabled={false} />,
		numbers: ["Pulse length"],
		acts: ["Send 10 µs"],
	},
	{
		name: "PWM",
		content: <PwmDrive gpio={17} disabled={false} />,
		numbers: ["Duty cycle", "Frequency", "Range"],
	},
	{
		name: "a servo",
		content: <ServoDrive gpio={17} disabled={false} />,
		numbers: ["Pulse width", "Sweep speed"],
	},
	{
		name: "hardware PWM",
		content: <HardwareDrive gpio={18} board={board} disabled={false} />,
		numbers: ["Hardware PWM frequency", "Hardware PWM duty"],
		acts: ["Start"],
	},
	{
		name: "a clock",
		content: <HardwareDrive gpio={4} board={board} disabled={false} />,
		numbers: ["Frequency of clock 0"],
		acts: ["Start"],
	},
	{
		name: "what is watched",
		content: <WatchSection gpio={17} disabled={false} />,
		numbers: ["Glitch filter, steady", "Noise filter, quiet", "Noise filter, reporting", "Watchdog"],
	},
	{
		name: "SPI",
		content: <SpiMain />,
		prepare: () => spiSettings.setState({ verb: "transfer" }),
		numbers: ["Speed", "Time between two rounds"],
		texts: ["Bytes to send in hex", "Bytes to send as text"],
		acts: ["Transfer", "Repeat"],
	},
	{
		name: "SPI with all flags",
		content: <SpiMain />,
		prepare: () => {
			changeSetup({ of: "auxiliary" });
			spiSettings.setState({ verb: "read" });
		},
		numbers: ["Speed", "Bits of a word", "Bytes to read", "Time between two rounds"],
		acts: ["Read", "Repeat"],
	},
	{
		name: "SPI with three wires",
		content: <SpiMain />,
		prepare: () => {
			changeSetup({ of: "main" });
			changeFlags({ threeWire: 1 });
		},
		numbers: ["Speed", "Bytes written before MOSI turns round", "Bytes to read", "Time between two rounds"],
		acts: ["Read", "Repeat"],
	},
	{
		name: "SPI on any pins",
		content: <SpiMain />,
		prepare: () => changeSetup({ of: "bitBang" }),
		numbers: [
			"GPIO of CS",
			"GPIO of SCLK",
			"GPIO of MOSI",
			"GPIO of MISO",
			"Speed",
			"Bytes to read",
			"Time between two rounds",
		],
		acts: ["Read", "Repeat"],
	},
	{
		name: "a serial line on any pins",
		content: <SerialMain />,
		prepare: () => serialSettings.setState({ source: "gpio", receives: true, sends: true }),
		numbers: ["GPIO to receive on", "GPIO to send on", "Speed", "Data bits"],
		texts: ["Line to send"],
		acts: ["Open"],
	},
	{
		name: "registers of an I²C device",
		content: <AccessEditor bus={{ kind: "controller", number: 1 }} address={0x20} kind={unknownDevice} />,
		numbers: ["Register"],
		texts: ["Value to write", "Way of access"],
		acts: ["Read"],
	},
	{
		name: "the slave",
		content: <SetUpForm />,
		numbers: ["Address", "Control word"],
		acts: ["Start"],
	},
	{
		name: "custom functions",
		content: <CustomForms />,
		numbers: [
			"Custom function 1, first argument",
			"Custom function 1, second argument",
			"Custom function 2, first argument",
			"Custom function 2, bytes to return at most",
		],
		texts: [1, 2].flatMap((which) => [
			`Custom function ${which}, further arguments in hex`,
			`Custom function ${which}, further arguments as text`,
		]),
	},
	{
		name: "a wave",
		content: <DocumentSection />,
		numbers: ["Length"],
		texts: ["Name of the wave"],
	},
	{
		name: "a stage of a trigger",
		content: (
			<StageCard
				stage={{ condition: { kind: "pulse", channel: 17, level: 1, min: 5 }, count: 1, within: 1000 }}
				index={1}
				count={2}
				channels={[17]}
				onChange={ignore}
				onMove={ignore}
				onRemove={ignore}
			/>
		),
		numbers: ["Least width", "Greatest width", "Times of stage 2", "Stage 2 within"],
	},
	{
		name: "what a trigger keeps",
		content: (
			<ActionEditor
				trigger={{
					number: 1,
					name: "",
					enabled: true,
					stages: [],
					action: { kind: "segment", length: { unit: "changes", count: 100 }, position: 0.5, keep: 5 },
				}}
				onChange={ignore}
			/>
		),
		numbers: ["Length", "Segments to keep"],
	},
	{
		name: "settings",
		content: <SettingsPage />,
		numbers: ["Changes kept"],
		texts: ["Search shortcuts"],
	},
];

/** Commands that were sent and change something. */
const sent: string[] = [];
let page: Mounted | undefined;

beforeEach(() => {
	sent.length = 0;
	vi.spyOn(bridge, "call").mockImplementation((name: CommandName) => {
		if (commands[name].access !== "observe") sent.push(name);
		return new Promise(ignore);
	});
	connectionStore.setState({ socket: { kind: "open" }, role: "operator", target, targets: [target] });
	setArmed(true);
});

afterEach(() => {
	page?.unmount();
	vi.restoreAllMocks();
});

function mount(content: ReactNode): Mounted {
	page = new Mounted(content);
	return page;
}

/** What no field for a number takes. */
const wrong = ["", "12 parsecs", "99999999999999999999"];

describe.each(forms)("the form of $name", ({ content, numbers, texts = [], acts = [], prepare }) => {
	beforeEach(() => prepare?.());

	it("has no other fields than those looked at here", () => {
		const labels = mount(content).fields.map((field) => field.getAttribute("aria-label"));
		expect(labels.sort()).toEqual([...numbers, ...texts].sort());
	});

	it.each(numbers)("says the range of %s with its unit, keeps what was typed, and sends nothing", (label) => {
		const form = mount(content);
		const field = form.field(label);
		const before = field.value;
		const unit = field.parentElement?.querySelector('[data-position="right"]')?.textContent ?? "";
		for (const text of wrong) {
			// A field with a proposal may be left empty.
			if (text === "" && field.placeholder !== "") continue;
			form.type(field, text);
			form.leave(field);
			expect(problemOf(field), text.slice(0, 30)).toMatch(/\d.*\d/);
			expect(problemOf(field)).toContain(unit.split(" ").at(-1));
			expect(field.value).toBe(text);
			for (const act of acts) expect(form.button(act).disabled).toBe(true);
			form.press(field, "Enter", { ctrlKey: true });
			expect(sent).toEqual([]);
			form.press(field, "Escape");
			expect(problemOf(field)).toBeUndefined();
			expect(field.value).toBe(before);
		}
		for (const act of acts) expect(form.button(act).disabled).toBe(false);
	});
});

interface TextForm {
	readonly name: string;
	readonly content: ReactNode;
	/** By its accessible name, label or aria-label. */
	readonly field: string;
	readonly wrong: readonly (readonly [typed: string, problem: RegExp])[];
	readonly act: string;
	readonly prepare?: () => void;
}

/** Fields of forms that take a text of a certain form. */
const textForms: readonly TextForm[] = [
	{
		name: "a Pi to add",
		content: <AddTarget proposal={{ address: "", name: "" }} onAdded={ignore} onClose={ignore} />,
		field: "Address",
		wrong: [
			["", /host/i],
			["pi:0", /1 to 65535/],
			["pi:70000", /1 to 65535/],
			["two words", /Give a host/],
		],
		act: "Add",
	},
	{
		name: "a Pi's name",
		content: <AddTarget proposal={{ address: "pi", name: "" }} onAdded={ignore} onClose={ignore} />,
		field: "Name",
		wrong: [["x".repeat(41), /up to 40 letters/]],
		act: "Add",
	},
	{
		name: "a serial device",
		content: <SerialMain />,
		prepare: () => serialSettings.setState({ source: "port" }),
		field: "Device",
		wrong: [
			["", /begins with \/dev\/tty/],
			["/etc/passwd", /begins with \/dev\/tty/],
		],
		act: "Open",
	},
	{
		name: "a program of the Pi",
		content: <ProgramForm />,
		field: "Name, in /opt/pigpio/cgi",
		wrong: [
			["", /name of a program/],
			["../../bin/sh", /Letters, digits, - and _ only/],
			["a b", /Letters, digits, - and _ only/],
		],
		act: "Run",
	},
];

describe.each(textForms)("the field for $name", ({ content, field: label, wrong: texts, act, prepare }) => {
	beforeEach(() => prepare?.());

	it.each(texts)("says of %j what it must be, and sends nothing", (text, problem) => {
		const add = vi.spyOn(bridge, "addTarget");
		const form = mount(content);
		const field = form.field(label);
		form.type(field, text);
		form.click(form.button(act));
		expect(problemOf(field)).toMatch(problem);
		expect(field.value).toBe(text);
		expect(sent).toEqual([]);
		expect(add).not.toHaveBeenCalled();
	});
});

describe("parameters of a script", () => {
	it.each(["x", "1.5", "4294967296", "-2147483649", "0x100000000"])("take no %s", (typed) => {
		const form = mount(<ParamRows rows={[{ index: 0, text: "", typed, value: 0 }]} onType={ignore} />);
		expect(problemOf(form.field("p0"))).toContain("−2147483648 to 4294967295, or 0x0 to 0xFFFFFFFF");
	});
});

// @vitest-environment happy-dom
import { useState } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { Mounted, problemOf } from "../../../testing/mount.tsx";
import { accessForm } from "../model/accessForms.ts";
import { readWritten } from "../model/written.ts";
import { HandForm, PlaceField } from "./HandForm.tsx";

let mounted: Mounted | undefined;
afterEach(() => mounted?.unmount());

const read = vi.fn();
const write = vi.fn();

/** The form of one byte behind a register. */
function ByteForm() {
	const [text, setText] = useState("");
	const [register, setRegister] = useState(0);
	const written = readWritten(accessForm("byte"), text);
	return (
		<HandForm
			text={text}
			placeholder="hex"
			problem={written.ok ? undefined : written.problem}
			onText={setText}
			canUse
			deeds={[
				{ label: "Read", writes: false, run: () => read(register) },
				{ label: "Write", writes: true, run: () => written.ok && write(register, written.value) },
			]}
		>
			<PlaceField title="Register" label="Register" value={register} max={0xff} onChange={setRegister} />
		</HandForm>
	);
}

function begin() {
	read.mockClear();
	write.mockClear();
	mounted = new Mounted(<ByteForm />);
	return { form: mounted, value: mounted.field("Value to write"), register: mounted.field("Register") };
}

it("sends the value by Enter, and by Ctrl Enter from any field", () => {
	const { form, value, register } = begin();
	form.type(register, "1F");
	form.press(register, "Enter");
	form.type(value, "0b101");
	form.press(value, "Enter");
	form.press(register, "Enter", { ctrlKey: true });
	expect(write.mock.calls).toEqual([
		[0x1f, 5],
		[0x1f, 5],
	]);
});

it("says what may be written where Enter finds nothing, or something else", () => {
	const { form, value } = begin();
	form.press(value, "Enter");
	expect(problemOf(value)).toContain("00 to FF in hex");
	form.type(value, "1FF");
	form.press(value, "Enter");
	expect(problemOf(value)).toContain("00 to FF in hex");
	expect(value.value).toBe("1FF");
	expect(form.button("Write").disabled).toBe(true);
	expect(write).not.toHaveBeenCalled();
});

it("neither reads nor writes while its register cannot be used", () => {
	const { form, value, register } = begin();
	form.type(value, "7");
	form.type(register, "100");
	form.press(register, "Enter");
	expect(problemOf(register)).toBe("00 to FF in hex");
	form.press(value, "Enter");
	expect([form.button("Read").disabled, form.button("Write").disabled]).toEqual([true, true]);
	form.press(register, "Escape");
	form.click(form.button("Read"));
	expect([read.mock.calls, write.mock.calls]).toEqual([[[0]], []]);
});

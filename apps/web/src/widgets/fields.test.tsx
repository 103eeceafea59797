// @vitest-environment happy-dom
import { act, type ReactNode, useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { Mounted, problemOf } from "../testing/mount.tsx";
import { BytesField } from "./BytesField.tsx";
import { FieldForm } from "./FieldForm.tsx";
import { useIsWrong } from "./fieldGroup.ts";
import { NumberField } from "./NumberField.tsx";

let mounted: Mounted | undefined;
afterEach(() => mounted?.unmount());

function mount(content: ReactNode): Mounted {
	mounted = new Mounted(content);
	return mounted;
}

type LengthStore = StoreApi<{ readonly value: number; readonly kept: readonly number[] }>;

function Length({ store, step }: { readonly store: LengthStore; readonly step: number }) {
	const value = useStore(store, (state) => state.value);
	const keep = (next: number) => store.setState(({ kept }) => ({ value: next, kept: [...kept, next] }));
	return <NumberField label="Length" value={value} min={1} max={100} step={step} unit="µs" onChange={keep} />;
}

/** A field of 1 to 100 µs that shows 10. */
function mountNumber(step = 1) {
	const store: LengthStore = createStore(() => ({ value: 10, kept: [] }));
	const page = mount(<Length store={store} step={step} />);
	return { page, store, kept: () => store.getState().kept, field: page.field("Length") };
}

describe("NumberField", () => {
	it.each([
		["nothing", ""],
		["blanks", "  "],
		["letters", "abc"],
		["too little", "0"],
		["too much", "101"],
		["a minus", "-5"],
		["another unit", "5 ms"],
		["half a number", "0x"],
		["a long paste", "1".repeat(100_000)],
	])("says the range and its unit of %s, keeps it where it is, and hands nothing on", (_, text) => {
		const { page, kept, field } = mountNumber();
		page.type(field, text);
		expect(problemOf(field)).toBeUndefined();
		page.leave(field);
		expect(problemOf(field)).toBe("1 to 100 µs");
		expect(field.value).toBe(text);
		page.leave(field);
		expect(field.value).toBe(text);
		page.press(field, "Enter");
		expect(kept()).toEqual([]);
		page.press(field, "Escape");
		expect(problemOf(field)).toBeUndefined();
		expect(field.value).toBe("10");
	});

	it("takes no fraction for a whole number", () => {
		const { page, kept, field } = mountNumber();
		page.type(field, "1.5");
		page.press(field, "Enter");
		expect(problemOf(field)).toBe("Whole numbers, 1 to 100 µs");
		expect(kept()).toEqual([]);
	});

	it.each([
		["20", 20],
		["0x14", 20],
		["20 µs", 20],
		["2 0", 20],
		["+20", 20],
	])("reads %j", (text, value) => {
		const { page, kept, field } = mountNumber();
		page.type(field, text);
		page.press(field, "Enter");
		expect(kept()).toEqual([value]);
		expect(field.value).toBe(`${value}`);
	});

	it("says that a text is right as soon as it is mended", () => {
		const { page, field } = mountNumber();
		page.type(field, "500");
		page.press(field, "Enter");
		page.type(field, "50");
		expect(problemOf(field)).toBeUndefined();
		page.type(field, "5000");
		expect(problemOf(field)).toBe("1 to 100 µs");
	});

	it("gives a wrong text up for a value that is set elsewhere, but not under somebody's hands", () => {
		const { page, store, field } = mountNumber();
		page.type(field, "500");
		page.press(field, "Enter");
		act(() => store.setState({ value: 30 }));
		expect(field.value).toBe("500");
		page.leave(field);
		expect(field.value).toBe("500");
		act(() => store.setState({ value: 40 }));
		expect(field.value).toBe("40");
		expect(problemOf(field)).toBeUndefined();
	});

	it("steps by arrows from what is typed, within the range", () => {
		const { page, kept, field } = mountNumber(2);
		page.type(field, "50");
		page.press(field, "ArrowUp");
		page.press(field, "ArrowDown", { shiftKey: true });
		page.type(field, "99");
		page.press(field, "ArrowUp", { shiftKey: true });
		expect(kept()).toEqual([52, 32, 100]);
	});
});

interface SendProps {
	readonly onSend: (text: string) => void;
}

function Send({ onPress }: { readonly onPress: () => void }) {
	return (
		<button type="button" disabled={useIsWrong()} onClick={onPress}>
			Send
		</button>
	);
}

/** A number and bytes, and a button that sends both. */
function Form({ onSend }: SendProps) {
	const [count, setCount] = useState(10);
	const [hex, setHex] = useState("01");
	return (
		<FieldForm onSubmit={() => mounted?.button("Send").click()}>
			<NumberField label="Count" value={count} min={1} max={100} onChange={setCount} />
			<BytesField label="Bytes" hex={hex} onChange={setHex} />
			<Send onPress={() => onSend(`${count} of ${hex}`)} />
		</FieldForm>
	);
}

function mountForm() {
	const sent: string[] = [];
	const page = mount(<Form onSend={(text) => sent.push(text)} />);
	return { page, sent, count: page.field("Count") };
}

describe("a form", () => {
	it("sends nothing while a number is wrong, and again when it is put back", () => {
		const { page, sent, count } = mountForm();
		page.type(count, "500");
		page.leave(count);
		page.click(page.button("Send"));
		expect(sent).toEqual([]);
		page.press(count, "Escape");
		page.click(page.button("Send"));
		expect(sent).toEqual(["10 of 01"]);
	});

	it("sends what is typed by Ctrl Enter or ⌘ Enter in any field, by Enter alone nothing", () => {
		const { page, sent, count } = mountForm();
		page.type(count, "20");
		page.press(count, "Enter", { ctrlKey: true });
		page.type(count, "30");
		page.press(count, "Enter");
		page.press(page.field("Bytes as text"), "Enter", { metaKey: true });
		expect(sent).toEqual(["20 of 01", "30 of 01"]);
	});

	it("does not send a wrong number by Ctrl Enter", () => {
		const { page, sent, count } = mountForm();
		page.type(count, "500");
		page.press(count, "Enter", { ctrlKey: true });
		expect(sent).toEqual([]);
		expect(problemOf(count)).toBe("1 to 100");
	});

	it("sends nothing while bytes or their text cannot be read, and keeps both", () => {
		const { page, sent } = mountForm();
		const [hex, text] = [page.field("Bytes in hex"), page.field("Bytes as text")];
		page.type(hex, "0x1");
		page.type(hex, "01 XY");
		expect(problemOf(hex)).toContain("Bytes are 00 to FF");
		page.click(page.button("Send"));
		page.type(hex, "02");
		page.type(text, "a\\q");
		expect(problemOf(text)).toContain("\\x00 to \\xFF");
		page.leave(text);
		expect(text.value).toBe("a\\q");
		expect(hex.value).toBe("02");
		page.click(page.button("Send"));
		expect(sent).toEqual([]);
		page.type(text, "a\\n");
		page.click(page.button("Send"));
		expect(sent).toEqual(["10 of 61 0A"]);
	});
});

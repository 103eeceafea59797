import { MantineProvider } from "@mantine/core";
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";

declare global {
	/** React then expects its updates inside `act`. */
	var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

/** A part of the page in a document without layout, for tests of what people type and press. */
export class Mounted {
	readonly root: HTMLElement;
	readonly #react: Root;

	constructor(content: ReactNode) {
		this.root = document.body.appendChild(document.createElement("div"));
		this.#react = createRoot(this.root);
		this.show(content);
	}

	/** Shows something else, or the same anew. */
	show(content: ReactNode): void {
		act(() => this.#react.render(<MantineProvider env="test">{content}</MantineProvider>));
	}

	/** Every field that takes a text. */
	get fields(): readonly (HTMLInputElement | HTMLTextAreaElement)[] {
		const found = this.root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
			"input, textarea:not([readonly])",
		);
		return [...found].filter(({ type }) => type === "text" || type === "textarea");
	}

	/** The field of that name, which it bears itself or has beside it. */
	field(label: string): HTMLInputElement {
		const found = this.fields.find(
			(field) => field.getAttribute("aria-label") === label || field.labels?.[0]?.textContent === label,
		);
		if (found === undefined) throw new Error(`There is no field "${label}".`);
		return found as HTMLInputElement;
	}

	/** The button with these words. */
	button(words: string): HTMLButtonElement {
		const found = [...this.root.querySelectorAll<HTMLButtonElement>("button:not([role])")].find(
			({ textContent }) => textContent.trim() === words,
		);
		if (found === undefined) throw new Error(`There is no button "${words}".`);
		return found;
	}

	/** Focuses the field and replaces its text, as by pasting over it. */
	type(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
		const { prototype } = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
		act(() => {
			field.focus();
			// React knows the setter of the element itself and would take the text for its own.
			Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, text);
			field.dispatchEvent(new Event("input", { bubbles: true }));
		});
	}

	/** Presses a key in an element; false when somebody kept the browser from doing its own. */
	press(element: HTMLElement, key: string, keys: KeyboardEventInit = {}): boolean {
		const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...keys });
		act(() => void element.dispatchEvent(event));
		return !event.defaultPrevented;
	}

	leave(field: HTMLElement): void {
		act(() => field.blur());
	}

	click(element: HTMLElement): void {
		act(() => element.click());
	}

	unmount(): void {
		act(() => this.#react.unmount());
		this.root.remove();
	}
}

/** What assistive technology hears as wrong with a field; undefined when nothing is. */
export function problemOf(field: HTMLElement): string | undefined {
	if (field.getAttribute("aria-invalid") !== "true") return undefined;
	const ids = field.getAttribute("aria-describedby")?.split(" ") ?? [];
	return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
}

import { createStore } from "zustand/vanilla";

/** What is open over the headers of the lanes: at most one of each. */
interface HeaderState {
	/** Id of the row whose name is being edited. */
	readonly renaming: string | undefined;
	/** The row whose menu is open, and where: page pixels. */
	readonly menu: { readonly row: string; readonly x: number; readonly y: number } | undefined;
}

export const headerStore = createStore<HeaderState>()(() => ({ renaming: undefined, menu: undefined }));

/** Edits the name of a row in its place. */
export function renameRow(row: string): void {
	headerStore.setState({ renaming: row });
}

export function endRenaming(): void {
	headerStore.setState({ renaming: undefined });
}

/** Opens the menu of a row below an element of it, such as its header or a button there. */
export function openMenuBelow(row: string, element: Element): void {
	const { left, bottom } = element.getBoundingClientRect();
	openMenuAt(row, left, bottom);
}

/** Opens the menu of a row at a place of the page, CSS pixels. */
export function openMenuAt(row: string, x: number, y: number): void {
	headerStore.setState({ menu: { row, x, y } });
}

export function closeMenu(): void {
	headerStore.setState({ menu: undefined });
}

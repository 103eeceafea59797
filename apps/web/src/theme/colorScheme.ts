import { localStorageColorSchemeManager } from "@mantine/core";

/** Keeps light or dark in the browser; the system decides at first. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: "gpioscope.scheme" });

/** Light becomes dark, dark becomes light; told to Mantine by the event it listens to for other tabs. */
export function toggleColorScheme(): void {
	const now = document.documentElement.getAttribute("data-mantine-color-scheme");
	const next = now === "light" ? "dark" : "light";
	colorSchemeManager.set(next);
	window.dispatchEvent(
		new StorageEvent("storage", { key: "gpioscope.scheme", newValue: next, storageArea: localStorage }),
	);
}

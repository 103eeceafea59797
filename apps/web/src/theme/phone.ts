import { useStore } from "zustand";
import { pageSize } from "./pageSize.ts";

/** Whether the page is one narrow column with tabs. */
export function isPhone({ width, height } = pageSize.getState()): boolean {
	return width < 720 || (width < 960 && height <= 480);
}

/** True while the page is one narrow column: fewer tools, larger ones. Right from the first rendering on. */
export function usePhone(): boolean {
	return useStore(pageSize, (size) => isPhone(size));
}

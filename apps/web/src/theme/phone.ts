import { useMediaQuery } from "@mantine/hooks";

const NARROW = "(max-width: 719px), (max-width: 959px) and (max-height: 480px)";

/** Matches while the page is one narrow column with tabs. */
export const phoneMedia = window.matchMedia(NARROW);

/** True while the page is one narrow column: fewer tools, larger ones. Right from the first rendering on. */
export function usePhone(): boolean {
	return useMediaQuery(NARROW, phoneMedia.matches, { getInitialValueInEffect: false });
}

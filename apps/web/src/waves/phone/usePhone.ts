import { useMediaQuery } from "@mantine/hooks";

const narrow = "(max-width: 719px)";

/** True where the page is one column: fewer tools, larger ones. */
export function usePhone(): boolean {
	return useMediaQuery(narrow, window.matchMedia(narrow).matches, { getInitialValueInEffect: false });
}

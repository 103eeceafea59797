import { useMediaQuery } from "@mantine/hooks";

/** True on a screen under 720 px wide. */
export function usePhone(): boolean {
	return useMediaQuery("(max-width: 719px)", false, { getInitialValueInEffect: false });
}

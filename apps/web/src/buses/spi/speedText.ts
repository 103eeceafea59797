import { formatFrequency } from "@gpioscope/logic";

/** Bits a second as a frequency with all its digits: what is typed is what is shown. */
export function speedText(baud: number): string {
	return formatFrequency(baud, { significant: 9, trim: true });
}

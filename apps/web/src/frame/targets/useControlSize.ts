import { usePhone } from "../../theme/phone.ts";

/** Size of buttons and fields here: large enough for a thumb on a phone. */
export function useControlSize(): "lg" | "sm" {
	return usePhone() ? "lg" : "sm";
}

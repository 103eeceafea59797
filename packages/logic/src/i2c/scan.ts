/** How an address is asked whether somebody is there. */
export type Probe = "quick" | "read";

/** As i2cdetect does by default, or one way for all addresses (its options -q and -r). */
export const scanMethods = ["auto", "quick", "read"] as const;
export type ScanMethod = (typeof scanMethods)[number];

/** Addresses below and above these are reserved by the specification. */
const FIRST_ADDRESS = 0x08;
const LAST_ADDRESS = 0x77;

/** The addresses that are scanned, in their order. */
export const scanAddresses: readonly number[] = Array.from(
	{ length: LAST_ADDRESS - FIRST_ADDRESS + 1 },
	(_, index) => FIRST_ADDRESS + index,
);

/**
 * How an address is asked. A quick write can corrupt some EEPROMs (24RF08), a read can block write-only chips; i2cdetect
 * reads where EEPROMs and displays are, and writes elsewhere.
 */
export function probeOf(address: number, method: ScanMethod): Probe {
	if (method !== "auto") return method;
	const isMemory = (address >= 0x30 && address <= 0x37) || (address >= 0x50 && address <= 0x5f);
	return isMemory ? "read" : "quick";
}

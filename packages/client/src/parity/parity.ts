import { busParity } from "./busParity.ts";
import { constantParity } from "./constantParity.ts";
import type { ParityGroup } from "./parityRow.ts";
import { pinParity } from "./pinParity.ts";
import { waveParity } from "./waveParity.ts";

/** Every public name of Debian's python3-pigpio (1.78), in the order of its documentation. */
export const parity: readonly ParityGroup[] = [...pinParity, ...busParity, ...waveParity, ...constantParity];

import type { Capture } from "../capture/Capture.ts";
import { FileError } from "./Format.ts";

/**
 * What a tick makes in microseconds, for formats that count nothing finer.
 *
 * @throws FileError when ticks are shorter than a microsecond.
 */
export function microsPerTick({ ticksPerMicro }: Capture): number {
	if (ticksPerMicro > 1)
		throw new FileError(
			"This format counts whole microseconds, but the capture is finer. VCD keeps it exact.",
		);
	return 1 / ticksPerMicro;
}

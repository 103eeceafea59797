import { type Capture, CaptureBuilder } from "@gpioscope/logic";

/** Two bursts of channel 0, 20 changes each, far from one another: at 1000 to 1190 and at 90 000 to 90 190 µs. */
export function bursts(): Capture {
	const builder = new CaptureBuilder();
	builder.begin(0, 0, 3);
	for (const start of [1000, 90_000])
		for (let at = 0; at < 20; at++) builder.change(start + at * 10, (at + 1) % 2);
	builder.flush(100_000);
	return builder.capture;
}

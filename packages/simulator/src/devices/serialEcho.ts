import { z } from "zod";
import { glitchControl, numberControl, readingControl } from "./controls.ts";
import { defineDevice } from "./defineDevice.ts";
import { UartReceiver } from "./lines/UartReceiver.ts";
import { UartSender } from "./lines/UartSender.ts";
import { uartOptions } from "./uartOptions.ts";

/** A controller that sends back what it gets. */
export const serialEcho = defineDevice({
	kind: "serialEcho",
	summary: "A controller on a serial line that sends back every character it receives without a fault.",
	pins: {
		rx: { text: "its receive line, to the Pi's transmitter; idle high", label: "RX", bus: "uart" },
		tx: { text: "its transmit line, to the Pi's receiver; idle high", label: "TX", bus: "uart" },
	},
	options: z.strictObject({
		...uartOptions,
		delayMillis: z.number().min(0).max(1000).default(0).describe("How long it thinks before it answers."),
	}),
	start(context) {
		const { options, after } = context;
		let { delayMillis } = options;
		let received = 0;
		let faults = 0;
		const sender = new UartSender<"tx">(context, "tx", options);
		new UartReceiver<"rx">(context, "rx", options, (value, fault) => {
			if (fault !== undefined) {
				faults++;
				return;
			}
			received++;
			if (delayMillis === 0) sender.send([value]);
			else after(delayMillis * 1000, () => sender.send([value]));
		});
		return {
			say: {
				kind: "text",
				label: "Send a line unasked",
				set: (line) => sender.send(new TextEncoder().encode(`${line}\r\n`)),
			},
			delay: numberControl(
				"Delay of the answer",
				"ms",
				[0, 1000, 1],
				() => delayMillis,
				(value) => {
					delayMillis = value;
				},
			),
			received: readingControl("Characters received", "", () => received),
			faults: readingControl("Characters with a fault", "", () => faults),
			glitch: glitchControl(context, "tx", "Inject a glitch on its transmit line"),
		};
	},
});

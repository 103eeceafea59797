import type { Invocation } from "@gpioscope/protocol";
import { errorText } from "../../../actions/errorWords.ts";
import { bridge } from "../../../bridge/index.ts";
import { noteAction } from "../../../stores/uiStore.ts";
import { isNotAcknowledged, isPigpioError } from "../link/refusals.ts";
import type { SendCall } from "../link/SendCall.ts";
import { type Deed, i2cStore } from "../state/i2cStore.ts";

/** Deeds that are told. */
const KEPT = 12;

let lastId = 0;

interface Doing {
	/** What is done, as it stands in the list. */
	readonly text: string;
	/** Nobody asked for it just now: it neither keeps the page armed nor stands in the list while it works. */
	readonly byItself?: boolean;
}

/**
 * Does one thing on a bus; another one that is asked for meanwhile is left out, as its button is. What goes wrong is
 * told at the place where it was asked for. @param act sends by what it is given, and answers how it went, in a word or
 * two.
 * @returns whether it was done
 */
export async function perform(
	{ text, byItself = false }: Doing,
	act: (send: SendCall) => Promise<string>,
): Promise<boolean> {
	if (i2cStore.getState().running !== undefined) return false;
	if (!byItself) noteAction();
	const calls: Invocation[] = [];
	const send: SendCall = (name, args) => {
		calls.push({ name, args });
		return bridge.call(name, args);
	};
	i2cStore.setState({ running: text });
	try {
		const result = await act(send);
		i2cStore.setState({ problem: undefined });
		if (!byItself) addDeed({ text, result, failed: false, calls });
		return true;
	} catch (error) {
		i2cStore.setState({ problem: { error, remedy: remedyFor(error) } });
		addDeed({ text, result: shortReason(error), failed: true, calls });
		return false;
	} finally {
		i2cStore.setState({ running: undefined });
	}
}

function addDeed(deed: Omit<Deed, "id" | "at">): void {
	const entry: Deed = { ...deed, id: ++lastId, at: Date.now() };
	i2cStore.setState(({ deeds }) => ({ deeds: [entry, ...deeds].slice(0, KEPT), deedOnView: entry.id }));
}

/** What is true of these errors on a bus, which the command alone does not tell. */
const remedies: readonly { readonly fits: (error: unknown) => boolean; readonly remedy: string }[] = [
	{
		fits: isNotAcknowledged,
		remedy:
			"Nobody acknowledged. Is the device powered, at this address, and does it take this register? Scan shows who answers.",
	},
	{
		fits: (error) => isPigpioError(error, "PI_BAD_I2C_BUS"),
		remedy:
			"This Pi has no such bus. Switch I²C on with raspi-config (Interface options), or choose another bus.",
	},
	{
		fits: (error) => isPigpioError(error, "PI_I2C_OPEN_FAILED"),
		remedy: "A driver of Linux holds this address. Unload it, or use the device by that driver.",
	},
	{
		fits: (error) => isPigpioError(error, "PI_GPIO_IN_USE"),
		remedy: "One of the GPIOs is used for bit-banging already. Close that first, or choose others.",
	},
	{
		fits: (error) => isPigpioError(error, "PI_BAD_SMBUS_CMD"),
		remedy: "The Pi's controller cannot do that. Read a block of a length that you give.",
	},
];

function remedyFor(error: unknown): string | undefined {
	return remedies.find(({ fits }) => fits(error))?.remedy;
}

function shortReason(error: unknown): string {
	if (isNotAcknowledged(error)) return "NACK";
	return isPigpioError(error, "PI_I2C_OPEN_FAILED") ? "busy" : errorText(error);
}

import { errorText } from "../../../actions/errorWords.ts";
import { noteAction } from "../../../stores/uiStore.ts";
import { isNotAcknowledged, isPigpioError } from "../link/sendCall.ts";
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
 * told at the place where it was asked for. @param act answers how it went, in a word or two.
 * @returns whether it was done
 */
export async function perform(
	{ text, byItself = false }: Doing,
	act: () => Promise<string>,
): Promise<boolean> {
	if (i2cStore.getState().running !== undefined) return false;
	if (!byItself) noteAction();
	i2cStore.setState({ running: text });
	try {
		const result = await act();
		i2cStore.setState({ problem: undefined });
		if (!byItself) addDeed({ text, result, failed: false });
		return true;
	} catch (error) {
		i2cStore.setState({ problem: { error, remedy: remedyFor(error) } });
		addDeed({ text, result: shortReason(error), failed: true });
		return false;
	} finally {
		i2cStore.setState({ running: undefined });
	}
}

function addDeed(deed: Omit<Deed, "id" | "at">): void {
	const entry: Deed = { ...deed, id: ++lastId, at: Date.now() };
	i2cStore.setState(({ deeds }) => ({ deeds: [entry, ...deeds].slice(0, KEPT) }));
}

/** What is true of these errors on a bus, which the command alone does not tell. */
function remedyFor(error: unknown): string | undefined {
	if (isNotAcknowledged(error))
		return "Nobody acknowledged. Is the device powered, at this address, and does it take this register? Scan shows who answers.";
	if (isPigpioError(error, "PI_BAD_I2C_BUS"))
		return "This Pi has no such bus. Switch I²C on with raspi-config (Interface options), or choose another bus.";
	if (isPigpioError(error, "PI_I2C_OPEN_FAILED"))
		return "A driver of Linux holds this address. Unload it, or use the device by that driver.";
	if (isPigpioError(error, "PI_GPIO_IN_USE"))
		return "One of the GPIOs is used for bit-banging already. Close that first, or choose others.";
	if (isPigpioError(error, "PI_BAD_SMBUS_CMD"))
		return "The Pi's controller cannot do that. Read a block of a length that you give.";
	return undefined;
}

function shortReason(error: unknown): string {
	return isNotAcknowledged(error)
		? "NACK"
		: isPigpioError(error, "PI_I2C_OPEN_FAILED")
			? "busy"
			: errorText(error);
}

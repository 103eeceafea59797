import { PigpioError } from "@gpioscope/protocol";
import { bareRequest } from "./bareRequest.ts";
import type { Link } from "./Link.ts";

const GPIOS = 54;
const NO_SUCH_MODE = 8;
const NOT_PERMITTED = -41;

/**
 * The GPIOs that pigpiod lets programs change, 0 to 53. It looks at that before it looks at the mode, so a mode that
 * does not exist tells and changes nothing.
 * @throws what calls throw when the connection breaks
 */
export async function findPermittedGpios(link: Link): Promise<number[]> {
	const gpios = Array.from({ length: GPIOS }, (_, gpio) => gpio);
	const answers = await Promise.all(gpios.map((gpio) => isPermitted(link, gpio)));
	return gpios.filter((_, i) => answers[i]);
}

async function isPermitted(link: Link, gpio: number): Promise<boolean> {
	try {
		await link.call("setMode", { gpio, mode: 0 }, {}, bareRequest("setMode", gpio, NO_SUCH_MODE));
		return true;
	} catch (error) {
		if (!(error instanceof PigpioError)) throw error;
		return error.code !== NOT_PERMITTED;
	}
}

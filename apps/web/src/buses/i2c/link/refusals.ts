import { BridgeError } from "../../../bridge/index.ts";

/** Whether what was thrown is one of these errors of pigpio. */
export function isPigpioError(error: unknown, ...names: readonly string[]): boolean {
	return error instanceof BridgeError && error.pigpioName !== undefined && names.includes(error.pigpioName);
}

/** Whether nobody acknowledged: all that says of a device is that it is not there, or does not want. */
export function isNotAcknowledged(error: unknown): boolean {
	return isPigpioError(error, "PI_I2C_WRITE_FAILED", "PI_I2C_READ_FAILED", "PI_BAD_I2C_SEG");
}

import { SerialReader } from "../bitbang/SerialReader.ts";
import { refuseUserGpio } from "./checks.ts";
import type { Handler, HandlersOf } from "./Handler.ts";
import { clipP2 } from "./Request.ts";
import { refusals } from "./refusals.ts";

const openBitBangSerial: Handler = (daemon, request) => {
	const { p1: gpio, p2: baud } = request;
	const dataBits = request.word(0);
	const refusal =
		refuseUserGpio(gpio) ??
		(baud < 50 || baud > 250_000 ? refusals.badWaveBaud : undefined) ??
		(dataBits < 1 || dataBits > 32 ? refusals.badDatabits : undefined) ??
		(daemon.pinUses.isFree(gpio) ? undefined : refusals.gpioInUse);
	if (refusal !== undefined) return refusal;
	const host = { alerts: daemon.alerts, now: () => daemon.engine.time };
	daemon.pinUses.take(gpio, "serial");
	daemon.serialReaders.set(gpio, new SerialReader(host, gpio, baud, dataBits));
	return 0;
};

const readBitBangSerial: Handler = (daemon, request) => {
	const { p1: gpio, p2: count } = clipP2(request);
	const refusal = refuseUserGpio(gpio) ?? (count === 0 ? refusals.badSerialCount : undefined);
	return refusal ?? daemon.serialReaders.get(gpio)?.read(count) ?? refusals.notSerialGpio;
};

/** A GPIO in other use is left alone, and no error. */
const closeBitBangSerial: Handler = (daemon, { p1: gpio }) => {
	const refusal = refuseUserGpio(gpio);
	if (refusal !== undefined) return refusal;
	if (daemon.pinUses.isFree(gpio)) return refusals.notSerialGpio;
	const reader = daemon.serialReaders.get(gpio);
	if (reader === undefined) return 0;
	reader.close();
	daemon.serialReaders.delete(gpio);
	daemon.pinUses.free(gpio);
	return 0;
};

const invertBitBangSerial: Handler = (daemon, { p1: gpio, p2: invert }) => {
	const refusal = refuseUserGpio(gpio);
	if (refusal !== undefined) return refusal;
	const reader = daemon.serialReaders.get(gpio);
	if (reader === undefined) return refusals.notSerialGpio;
	if (invert > 1) return refusals.badSerInvert;
	reader.isInverted = invert === 1;
	return 0;
};

export const bitBangSerialHandlers: HandlersOf<
	"openBitBangSerial" | "readBitBangSerial" | "closeBitBangSerial" | "invertBitBangSerial"
> = { openBitBangSerial, readBitBangSerial, closeBitBangSerial, invertBitBangSerial };

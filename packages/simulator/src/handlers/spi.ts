import { modes } from "../board/powerOn.ts";
import { auxiliarySpi, mainSpi } from "../buses/SpiController.ts";
import { type SpiSettings, spiSettings } from "../buses/spiSettings.ts";
import { bitsOf, storeBits } from "../buses/spiWords.ts";
import type { Daemon } from "../Daemon.ts";
import { type Handler, type HandlersOf, Later, type Reply } from "./Handler.ts";
import { clipP2 } from "./Request.ts";
import { refusals } from "./refusals.ts";

const AUXILIARY = 1 << 8;
const HIGHEST_FLAGS = 1 << 22;
const LOWEST_BAUD = 32_000;
const HIGHEST_BAUD = 125_000_000;

const openSpi: Handler = (daemon, request) => {
	const { p1: channel, p2: baud } = request;
	const flags = request.word(0);
	const isAuxiliary = (flags & AUXILIARY) !== 0;
	if (isAuxiliary && !daemon.model.hasAuxiliarySpi) return refusals.noAuxSpi;
	if (channel >= pinsOf(isAuxiliary).selects.length) return refusals.badSpiChannel;
	if (baud < LOWEST_BAUD || baud > HIGHEST_BAUD) return refusals.badSpiSpeed;
	if (flags > HIGHEST_FLAGS) return refusals.badFlags;
	const settings = spiSettings(channel, baud, flags);
	const { spiDevices } = daemon.buses;
	if (spiDevices.count((other) => other.isAuxiliary === isAuxiliary) === 0) connect(daemon, settings);
	const handle = spiDevices.open(settings);
	return handle < 0 ? refusals.noHandle : handle;
};

const pinsOf = (isAuxiliary: boolean) => (isAuxiliary ? auxiliarySpi : mainSpi);

const isReserved = ({ reserved }: SpiSettings, channel: number) => (reserved & (1 << channel)) !== 0;

/** Gives the GPIOs to the interface; those of reserved selects stay. */
function connect({ board, buses }: Daemon, settings: SpiSettings): void {
	const { isAuxiliary, highActive } = settings;
	const { selects, sclk, miso, mosi, mode } = pinsOf(isAuxiliary);
	buses.spiModes.set(
		isAuxiliary,
		[...selects, sclk, miso, mosi].map((gpio) => [gpio, board.getMode(gpio)]),
	);
	buses.spi(isAuxiliary).rest(settings);
	selects.forEach((gpio, channel) => {
		if (isReserved(settings, channel)) return;
		board.setMode(gpio, isAuxiliary ? modes.output : modes.alt0);
		if (isAuxiliary) board.write(gpio, (highActive & (1 << channel)) === 0 ? 1 : 0);
	});
	for (const gpio of [sclk, miso, mosi]) board.setMode(gpio, mode);
}

const closeSpi: Handler = ({ board, buses }, { p1: handle }) => {
	const settings = buses.spiDevices.get(handle);
	if (settings === undefined) return refusals.badHandle;
	buses.spiDevices.close(handle);
	const { isAuxiliary } = settings;
	if (buses.spiDevices.count((other) => other.isAuxiliary === isAuxiliary) > 0) return 0;
	const { selects } = pinsOf(isAuxiliary);
	for (const [gpio, mode] of buses.spiModes.get(isAuxiliary) ?? []) {
		const channel = selects.indexOf(gpio);
		if (channel < 0 || !isReserved(settings, channel)) board.setMode(gpio, mode);
	}
	buses.spi(isAuxiliary).release();
	return 0;
};

/** Sends bytes in words; `answer` is given them with what came in stored over every whole word. */
function exchange(
	{ buses }: Daemon,
	settings: SpiSettings,
	bytes: Uint8Array,
	answer: (received: Uint8Array) => Reply,
): Reply {
	const bits = bitsOf(bytes, settings);
	const controller = buses.spi(settings.isAuxiliary);
	if (bits.length === 0) {
		controller.rest(settings);
		return answer(bytes);
	}
	const { end, received } = controller.transfer(settings, bits);
	return new Later(end, () => {
		storeBits(received, bytes, settings);
		return answer(bytes);
	});
}

/** Sends zeros meanwhile. */
const readSpi: Handler = (daemon, request) => {
	const { p1, p2: count } = clipP2(request);
	const settings = daemon.buses.spiDevices.get(p1);
	if (settings === undefined) return refusals.badHandle;
	return exchange(daemon, settings, new Uint8Array(count), (received) => received);
};

const writeSpi: Handler = (daemon, request) => {
	const settings = daemon.buses.spiDevices.get(request.p1);
	if (settings === undefined) return refusals.badHandle;
	return exchange(daemon, settings, request.bytes().slice(), ({ length }) => length);
};

const transferSpi: Handler = (daemon, request) => {
	const settings = daemon.buses.spiDevices.get(request.p1);
	if (settings === undefined) return refusals.badHandle;
	return exchange(daemon, settings, request.bytes().slice(), (received) => received);
};

export const spiHandlers: HandlersOf<"openSpi" | "closeSpi" | "readSpi" | "writeSpi" | "transferSpi"> = {
	openSpi,
	closeSpi,
	readSpi,
	writeSpi,
	transferSpi,
};

import { modes } from "../board/powerOn.ts";
import type { Daemon } from "../Daemon.ts";
import type { Handler, HandlersOf } from "./Handler.ts";
import { clipP2 } from "./Request.ts";
import { refusals } from "./refusals.ts";

const HANDLES = 32;
const AUXILIARY = 1 << 8;
const HIGHEST_FLAGS = 1 << 22;

/** The GPIOs of the main and the auxiliary interface. */
const main = { selects: [8, 7], lines: [11, 9, 10] };
const auxiliary = { selects: [18, 17, 16], lines: [21, 19, 20] };

/** One SPI handle and the modes its interface's GPIOs had before the first was opened. */
export interface SpiState {
	readonly handles: ({ readonly isAuxiliary: boolean; readonly reserved: number } | undefined)[];
	readonly oldModes: Map<boolean, (readonly [gpio: number, mode: number])[]>;
}

export function newSpiState(): SpiState {
	return { handles: Array.from({ length: HANDLES }, () => undefined), oldModes: new Map() };
}

const openSpi: Handler = (daemon, request) => {
	const flags = request.word(0);
	const isAuxiliary = (flags & AUXILIARY) !== 0;
	if (isAuxiliary && !daemon.model.hasAuxiliarySpi) return refusals.noAuxSpi;
	if (request.p1 >= (isAuxiliary ? 3 : 2)) return refusals.badSpiChannel;
	if (request.p2 < 32_000 || request.p2 > 125_000_000) return refusals.badSpiSpeed;
	if (flags > HIGHEST_FLAGS) return refusals.badFlags;
	const { handles } = daemon.spi;
	if (!handles.some((handle) => handle?.isAuxiliary === isAuxiliary)) connect(daemon, isAuxiliary, flags);
	const handle = handles.indexOf(undefined);
	if (handle < 0) return refusals.noHandle;
	handles[handle] = { isAuxiliary, reserved: (flags >>> 5) & 7 };
	return handle;
};

/** Gives the GPIOs to the interface; those of reserved selects stay. */
function connect({ board, spi }: Daemon, isAuxiliary: boolean, flags: number): void {
	const { selects, lines } = isAuxiliary ? auxiliary : main;
	const [reserved, highActive] = [(flags >>> 5) & 7, (flags >>> 2) & 7];
	spi.oldModes.set(
		isAuxiliary,
		[...selects, ...lines].map((gpio) => [gpio, board.getMode(gpio)]),
	);
	selects.forEach((gpio, index) => {
		if ((reserved & (1 << index)) !== 0) return;
		board.setMode(gpio, isAuxiliary ? modes.output : modes.alt0);
		if (isAuxiliary) board.write(gpio, (highActive & (1 << index)) === 0 ? 1 : 0);
	});
	for (const gpio of lines) board.setMode(gpio, isAuxiliary ? modes.alt4 : modes.alt0);
}

const closeSpi: Handler = ({ board, spi }, { p1 }) => {
	const handle = spi.handles[p1];
	if (handle === undefined) return refusals.badHandle;
	spi.handles[p1] = undefined;
	const { isAuxiliary, reserved } = handle;
	if (spi.handles.some((other) => other?.isAuxiliary === isAuxiliary)) return 0;
	const { selects } = isAuxiliary ? auxiliary : main;
	for (const [gpio, mode] of spi.oldModes.get(isAuxiliary) ?? []) {
		const index = selects.indexOf(gpio);
		if (index < 0 || (reserved & (1 << index)) === 0) board.setMode(gpio, mode);
	}
	return 0;
};

/** Nothing is connected to MISO: zeros come back. */
const readSpi: Handler = ({ spi }, request) => {
	const { p1, p2: count } = clipP2(request);
	return spi.handles[p1] === undefined ? refusals.badHandle : new Uint8Array(count);
};

const writeSpi: Handler = ({ spi }, { p1, length }) =>
	spi.handles[p1] === undefined ? refusals.badHandle : length;

const transferSpi: Handler = ({ spi }, { p1, length }) =>
	spi.handles[p1] === undefined ? refusals.badHandle : new Uint8Array(length);

export const spiHandlers: HandlersOf<"openSpi" | "closeSpi" | "readSpi" | "writeSpi" | "transferSpi"> = {
	openSpi,
	closeSpi,
	readSpi,
	writeSpi,
	transferSpi,
};

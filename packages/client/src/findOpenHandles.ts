import { type Args, type CommandName, type Holding, PigpioError } from "@gpioscope/protocol";
import { bareRequest } from "./bareRequest.ts";
import type { Link } from "./Link.ts";
import type { ReportSocket } from "./ReportSocket.ts";

/** How pigpiod is asked whether something is open without doing anything to it. */
interface Question {
	readonly kind: Holding["kind"];
	/** How many of them pigpiod can have. */
	readonly slots: number;
	readonly name: CommandName;
	/** A second parameter that pigpiod refuses, or does nothing for, once it knows the handle. */
	readonly p2?: number;
	/** The refusal that only something open gets; without one it is the result that tells. */
	readonly refusal?: number;
}

const BAD_PARAM = -81;
const BAD_POINTER = -90;
const BAD_INVERT = -121;
const USER_GPIOS = 32;

/**
 * pigpiod looks at the handle first and at the other parameters then, so that a parameter it refuses tells an open
 * handle from a closed one before anything moves on a line. Reading nothing from SPI only puts the clock and the selects
 * of that handle to where they idle.
 */
const questions: readonly Question[] = [
	{ kind: "i2c", slots: 512, name: "readI2cDevice", p2: 0, refusal: BAD_PARAM },
	{ kind: "spi", slots: 32, name: "readSpi", p2: 0 },
	{ kind: "serial", slots: 16, name: "getSerialAvailable" },
	{ kind: "file", slots: 16, name: "readFile", p2: 0, refusal: BAD_PARAM },
	{ kind: "script", slots: 32, name: "getScriptStatus" },
	{ kind: "bitBangSerial", slots: USER_GPIOS, name: "invertBitBangSerial", p2: 2, refusal: BAD_INVERT },
	{ kind: "bitBangI2c", slots: USER_GPIOS, name: "runBitBangI2c", refusal: BAD_POINTER },
	{ kind: "bitBangSpi", slots: USER_GPIOS, name: "transferBitBangSpi", refusal: BAD_POINTER },
];

/**
 * pigpiod always gives the lowest handle that is free, so behind so many free ones nothing more is to be expected. It
 * writes a line to its error pipe for each question it refuses, so not all are asked.
 */
const FREE_RUN = 32;
const FREE_NOTIFICATIONS = 8;
const MOST_WAVES = 250;
const LAST_NOTIFICATION = 31;
const NO_HANDLE = -24;

/**
 * Handles, scripts, waves and ports that are open in the daemon, whoever opened them and whether that program still
 * runs: pigpiod does not tell, so each is asked after in a way that does nothing to it.
 * @param openReports opens a connection for reports
 * @param isKnown those that need no question; they are not in the answer
 * @throws what calls throw when the connection breaks
 */
export async function findOpenHandles(
	link: Link,
	openReports: () => Promise<ReportSocket>,
	isKnown: (holding: Holding) => boolean,
): Promise<Holding[]> {
	const notifications = await notificationsInUse(openReports);
	const found = notifications.filter((holding) => !isKnown(holding));
	for (const question of questions) {
		const { kind, slots } = question;
		found.push(...(await ofKind(kind, slots, isKnown, (id) => isOpen(link, question, id))));
	}
	found.push(...(await ofKind("wave", MOST_WAVES, isKnown, (id) => link.hasWave(id))));
	return found;
}

/**
 * Notification handles in use. There is no question for them, so free ones are taken from the lowest on, which shows
 * those between, and given back at once. The last one is left for others.
 */
async function notificationsInUse(open: () => Promise<ReportSocket>): Promise<Holding[]> {
	const sockets: ReportSocket[] = [];
	let highest = LAST_NOTIFICATION;
	try {
		for (;;) {
			const socket = await open();
			sockets.push(socket);
			highest = socket.handle;
			const [first] = sockets.slice(-FREE_NOTIFICATIONS);
			const isRun = first !== undefined && highest - first.handle === FREE_NOTIFICATIONS - 1;
			if (isRun || highest >= LAST_NOTIFICATION - 1) break;
		}
	} catch (error) {
		if (!(error instanceof PigpioError) || error.code !== NO_HANDLE) throw error;
		highest = LAST_NOTIFICATION;
	} finally {
		for (const socket of sockets) socket.close();
	}
	const taken = new Set(sockets.map(({ handle }) => handle));
	return Array.from({ length: highest + 1 }, (_, id) => ({ kind: "notification" as const, id })).filter(
		({ id }) => !taken.has(id),
	);
}

async function ofKind(
	kind: Holding["kind"],
	slots: number,
	isKnown: (holding: Holding) => boolean,
	ask: (id: number) => Promise<boolean>,
): Promise<Holding[]> {
	const found: Holding[] = [];
	// Ports are named by their GPIO: any of them may be the only one.
	for (let from = 0; from < slots; from += FREE_RUN) {
		const holdings = Array.from({ length: Math.min(FREE_RUN, slots - from) }, (_, i) => ({
			kind,
			id: from + i,
		}));
		const known = holdings.filter(isKnown);
		const asked = holdings.filter((holding) => !known.includes(holding));
		const answers = await Promise.all(asked.map(({ id }) => ask(id)));
		const open = asked.filter((_, i) => answers[i]);
		found.push(...open);
		if (open.length + known.length === 0) break;
	}
	return found;
}

async function isOpen(link: Link, { name, p2 = 0, refusal }: Question, id: number): Promise<boolean> {
	try {
		await link.call(name, {} as Args<CommandName>, {}, bareRequest(name, id, p2));
		return refusal === undefined;
	} catch (error) {
		if (!(error instanceof PigpioError)) throw error;
		return error.code === refusal;
	}
}

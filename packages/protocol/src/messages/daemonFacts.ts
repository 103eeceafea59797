import * as z from "zod/mini";
import { wallTime } from "./targetFacts.ts";

/** Everything that pigpiod keeps for a client until it is closed: handles, scripts, waves, and ports made of GPIOs. */
export const holdingKinds = [
	"notification",
	"script",
	"wave",
	"i2c",
	"spi",
	"serial",
	"file",
	"bitBangI2c",
	"bitBangSpi",
	"bitBangSerial",
	"bscSlave",
] as const;

/** One of them: its handle, of a port the GPIO that names it, of the slave 0. */
export const openHandle = z.object({
	kind: z.enum(holdingKinds),
	id: z.number().check(z.int(), z.nonnegative(), z.lte(0xffff)),
});
export type OpenHandle = z.infer<typeof openHandle>;

/** What a session has open in the daemon. */
export const holdingFacts = z.extend(openHandle, {
	/** A session id, or "line server". */
	session: z.string(),
	/** The command that opened it, in its pigs form. */
	pigs: z.string(),
	at: wallTime,
});
export type HoldingFacts = z.infer<typeof holdingFacts>;

/** What inspectDaemon answers. */
export const daemonInspection = z.object({
	/** Open in the daemon, but not opened through this bridge. */
	orphans: z.array(openHandle),
	/** GPIOs, 0 to 53, that pigpiod lets programs change. */
	permitted: z.array(z.number()),
	/** Who may give it commands, as far as this computer can try: any on the network, or its own programs only. */
	reach: z.enum(["network", "computer"]),
	/** Options that pigpiod was started with; missing where it does not run on the bridge's computer. */
	options: z.optional(z.array(z.string())),
});
export type DaemonInspection = z.infer<typeof daemonInspection>;

/** What freeHandles answers: those that are closed now, and why others are not. */
export const freedHandles = z.object({
	freed: z.array(openHandle),
	kept: z.array(z.object({ handle: openHandle, reason: z.string() })),
});
export type FreedHandles = z.infer<typeof freedHandles>;

import * as z from "zod/mini";

/** Milliseconds since 1970, by the bridge's clock. */
export const wallTime = z.number();

/** Why a target has no connection, for people: what is, then what to do. */
export const connectionCause = z.object({
	code: z.enum([
		/** Nothing listens there. */
		"refused",
		/** pigpiod is not even installed there. */
		"notInstalled",
		/** It listens, but not on that address: -l. */
		"localOnly",
		/** It listens, but does not serve this computer: -n. */
		"notAllowed",
		/** No answer at all. */
		"timeout",
		/** The computer is on, but that port is silent. */
		"firewall",
		"nameNotFound",
		"unreachable",
		/** rgpiod is there instead. */
		"otherDaemon",
		/** Something else is there instead. */
		"notPigpiod",
		/** A board on which pigpiod cannot run. */
		"wrongBoard",
		"protocol",
		"closed",
		"other",
	]),
	message: z.string(),
	remedy: z.string(),
});
export type ConnectionCause = z.infer<typeof connectionCause>;

const connected = {
	/** Counts up when pigpiod restarts or its ticks jump back. */
	epoch: z.number(),
	/** Which of the host's addresses answered. */
	address: z.optional(z.string()),
	/** What PIGPV answered. */
	version: z.number(),
	/** What HWVER answered. */
	revision: z.number(),
	/** Microseconds between two samples, once it is known. */
	samplePeriod: z.optional(z.number()),
	/** When this state began. */
	since: wallTime,
};

/** The connection to one pigpiod: exactly one of these. */
export const targetState = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("connecting") }),
	z.object({ kind: z.literal("live"), ...connected }),
	/** Connected, but commands or reports have stopped for the reason given. */
	z.object({
		kind: z.literal("stale"),
		...connected,
		reason: z.string(),
		/** Nothing is answered at all, or commands are and only reports have stopped. */
		cause: z.optional(z.enum(["silent", "reports"])),
	}),
	z.object({
		kind: z.literal("disconnected"),
		cause: connectionCause,
		/** 1 for the first attempt. */
		attempt: z.number(),
		/** When the next attempt starts. */
		retryAt: wallTime,
	}),
]);
export type TargetState = z.infer<typeof targetState>;

/** What a page knows of one pigpiod. */
export const targetFacts = z.object({
	id: z.string(),
	/** What people call it: its host name, or "Simulated Pi". */
	name: z.string(),
	address: z.object({ host: z.string(), port: z.number() }),
	simulated: z.boolean(),
	/** The bridge was started with it: it can be renamed, not removed. */
	fixed: z.optional(z.boolean()),
	/** Names of GPIOs that the bench proposes, by GPIO number. */
	names: z.optional(z.record(z.string(), z.string())),
	/** Said once and as long as it holds, for example that the daemon accepts commands from the network. */
	warning: z.optional(z.string()),
	state: targetState,
});
export type TargetFacts = z.infer<typeof targetFacts>;

/** Another gpioscope on the local network, as that announces itself. */
export const neighbour = z.object({
	/** What it calls itself: the name of its computer. */
	name: z.string(),
	/** An address of its computer, where a pigpiod may be, too. */
	host: z.string(),
	/** Where its page is, without its token. */
	url: z.string(),
});
export type Neighbour = z.infer<typeof neighbour>;

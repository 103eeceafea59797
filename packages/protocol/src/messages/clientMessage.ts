import * as z from "zod/mini";
import { trigger } from "../triggers/triggerSchema.ts";
import { openHandle } from "./daemonFacts.ts";
import { triggerOwner } from "./triggerFacts.ts";

/** Name of the WebSocket subprotocol; its number changes when an old page would misread a new bridge. */
export const SUBPROTOCOL = "gpioscope.v1";

/**
 * A program that cannot set headers, as no page can, offers the token as a second subprotocol with this prefix. The
 * bridge never chooses that one.
 */
export const TOKEN_SUBPROTOCOL = "gpioscope.token.";

const id = z.number().check(z.int(), z.nonnegative());
const target = z.string().check(z.maxLength(64));
const word = z.number().check(z.int(), z.nonnegative(), z.lte(0xffff_ffff));

/** Most pulses that a wave may have: pigpiod refuses 12 000 and more. */
export const MAX_WAVE_PULSES = 11_999;

/** Most triggers that a target is watched for, for one owner and for all of them. */
export const MAX_TRIGGERS = 16;
export const MAX_TRIGGERS_OF_ALL = 64;

const segment = z.number().check(z.int(), z.nonnegative());

const pulse = z.tuple([word, word, word]);

const operation = <const N extends string, S extends z.core.$ZodShape>(op: N, shape: S) =>
	z.strictObject({ op: z.literal(op), id, ...shape });

/** What a page may ask. Each operation's id comes back in its result or error. */
export const clientMessage = z.discriminatedUnion("op", [
	/** Runs one pigpiod command. The command table checks args. */
	operation("call", {
		target,
		command: z.string().check(z.maxLength(64)),
		args: z.optional(z.record(z.string(), z.unknown())),
		/** Noted in the log even if it only looks, since a person asked for it. */
		noted: z.optional(z.boolean()),
	}),
	/** Starts the flow of blocks: first what the ring still holds (or what follows `since`), then live. */
	operation("subscribe", {
		target,
		/** The last block the page has: only later ones come, if the ring still has them. */
		since: z.optional(z.strictObject({ epoch: z.number(), block: z.number() })),
		/** Without `since`, or when blocks after it are gone: "now" leaves out what the ring still holds. */
		from: z.optional(z.enum(["ring", "now"])),
	}),
	operation("unsubscribe", { target }),
	/** Makes one wave of pulses [on mask, off mask, microseconds], as one transaction. */
	operation("createWave", {
		target,
		pulses: z.array(pulse).check(z.minLength(1), z.maxLength(MAX_WAVE_PULSES)),
		/** Fails when there is no room. Otherwise waves of this session that are not being sent make room. */
		keepWaves: z.optional(z.boolean()),
	}),
	/** Stops what this session started and gives its pins back their earlier modes. */
	operation("releaseAll", {
		target,
		/** Frees waves, scripts and handles, and leaves the pins as they are. */
		keepPins: z.optional(z.boolean()),
	}),
	/** Keeps all sessions from changing a pin, or lets them again. */
	operation("lockPin", {
		target,
		gpio: z.number().check(z.int(), z.nonnegative(), z.lte(53)),
		locked: z.boolean(),
	}),
	/** Tries to connect now instead of at retryAt. */
	operation("retry", { target }),
	/** Moves the virtual bench of a simulated target: an operation of the simulator's control channel. */
	operation("bench", { target, operation: z.record(z.string(), z.unknown()) }),
	/** Watches the target for these triggers, whether pages are there or not, and for no others of their owner any more. */
	operation("setTriggers", {
		target,
		triggers: z.array(trigger).check(z.maxLength(MAX_TRIGGERS)),
		/** Nobody in particular when left out. */
		owner: z.optional(triggerOwner),
	}),
	/** The blocks of a segment that a trigger kept: those from `from` on, as many as one answer takes. */
	operation("fetchSegment", { target, segment, from: z.optional(segment) }),
	/** Segments that nobody needs any more. */
	operation("forgetSegments", { target, segments: z.array(segment).check(z.maxLength(10_000)) }),
	/** Looks at what only questions to the daemon tell: what is open in it that nobody opened here, and its options. */
	operation("inspectDaemon", { target }),
	/** Closes what is open in the daemon and not held by a session. */
	operation("freeHandles", { target, handles: z.array(openHandle).check(z.minLength(1), z.maxLength(1024)) }),
	/** Connects the bridge to another pigpiod from now on, also after a restart of the bridge. */
	operation("addTarget", {
		address: z.strictObject({ host: z.string(), port: z.number() }),
		/** Its host name when left out. */
		name: z.optional(z.string()),
	}),
	/** Calls a target something else, for everybody and also after a restart of the bridge. */
	operation("renameTarget", { target, name: z.string() }),
	/** Takes a target that was added off the list, for everybody; what sessions have open on it is freed. */
	operation("removeTarget", { target }),
	operation("ping", {}),
]);
export type ClientMessage = z.infer<typeof clientMessage>;
export type ClientOperation = ClientMessage["op"];

/** One client message by its op. */
export type ClientMessageOf<O extends ClientOperation> = Extract<ClientMessage, { op: O }>;

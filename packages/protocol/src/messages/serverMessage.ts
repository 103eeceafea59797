import * as z from "zod/mini";
import { benchEvent } from "../control/deviceFacts.ts";
import { holdingFacts } from "./daemonFacts.ts";
import { messageErrorCodes } from "./errorCodes.ts";
import { pinFacts } from "./pinFacts.ts";
import { neighbour, targetFacts, wallTime } from "./targetFacts.ts";
import { segmentFacts, segmentLimits, watchedTrigger } from "./triggerFacts.ts";

const message = <const N extends string, S extends z.core.$ZodShape>(op: N, shape: S) =>
	z.object({ op: z.literal(op), ...shape });

/** What a session may do: a viewer watches, an operator also drives. */
export const role = z.enum(["viewer", "operator"]);
export type Role = z.infer<typeof role>;

const failure = {
	code: z.enum(messageErrorCodes),
	/** What is, in one sentence. */
	message: z.string(),
	/** What to do about it. */
	remedy: z.optional(z.string()),
	/** pigpio's own name when pigpiod refused, for example PI_BAD_MODE. */
	pigpioName: z.optional(z.string()),
};

/** Ends a command of the log of which not all is told. */
export const LEFT_OUT = "…";

/** One command that somebody ran through this bridge. */
export const logEntry = z.object({
	at: wallTime,
	/** Id of the target that it was for. */
	target: z.string(),
	/** Session id, "line server" or "http". */
	session: z.string(),
	/** The command in its pigs form; LEFT_OUT at its end when it is not whole. */
	pigs: z.string(),
	/** Absent when it failed. Bytes as {hex}. */
	result: z.optional(z.unknown()),
	error: z.optional(z.object(failure)),
	/** From the request to pigpiod's answer. */
	milliseconds: z.number(),
});
export type LogEntry = z.infer<typeof logEntry>;

/** What createWave answers. Length in microseconds. */
export const createdWave = z.object({
	wave: z.number(),
	pulses: z.number(),
	controlBlocks: z.number(),
	micros: z.number(),
});
export type CreatedWave = z.infer<typeof createdWave>;

/**
 * What subscribe answers: the epoch, the number of the first block that comes, that of the first one that is not of the
 * past, and whether `since` could be met.
 */
export const subscribed = z.object({
	epoch: z.number(),
	first: z.number(),
	next: z.number(),
	resumed: z.boolean(),
});
export type Subscribed = z.infer<typeof subscribed>;

/** What releaseAll answers: how many of each were let go, which pins, and which it left alone as they are locked. */
export const released = z.object({
	pins: z.number(),
	waves: z.number(),
	scripts: z.number(),
	handles: z.number(),
	gpios: z.array(z.number()),
	locked: z.array(z.number()),
});
export type Released = z.infer<typeof released>;

/** What the bridge says in text frames. Binary frames are blocks. */
export const serverMessage = z.discriminatedUnion("op", [
	/** The first message of every connection. */
	message("hello", {
		/** Of the bridge. */
		version: z.string(),
		protocol: z.string(),
		sessionId: z.string(),
		/** Optional abilities that are on: "shell", "files", "custom". */
		capabilities: z.array(z.string()),
		role,
		targets: z.array(targetFacts),
	}),
	/** The answer to the operation of that id. Bytes as {hex}. */
	message("result", { id: z.number(), result: z.optional(z.unknown()) }),
	/** The refusal or failure of the operation of that id; without one, of something that had no readable id. */
	message("error", { id: z.optional(z.number()), ...failure }),
	message("status", { target: targetFacts }),
	/** All targets, in their order, when one was added or removed. */
	message("targets", { targets: z.array(targetFacts) }),
	/** All other gpioscopes found on the local network, whenever they change. */
	message("neighbours", { neighbours: z.array(neighbour) }),
	/** All pins after subscribe, later those that changed. */
	message("pins", { target: z.string(), pins: z.array(pinFacts) }),
	message("log", { entry: logEntry }),
	/** Controls of the virtual bench changed, or its devices; at most ten times a second. */
	message("benchEvent", { target: z.string(), event: benchEvent }),
	/** What the target is watched for: after subscribe, and when it changes, at most ten times a second. */
	message("triggers", { target: z.string(), triggers: z.array(watchedTrigger) }),
	/** What triggers have kept: all after subscribe, then what is new and what is gone, at most ten times a second. */
	message("segments", {
		target: z.string(),
		/** Whether these are all; otherwise they join those told before. */
		whole: z.boolean(),
		/** The oldest first. */
		kept: z.array(segmentFacts),
		/** Numbers of segments that are not kept any more. */
		gone: z.array(z.number()),
		limits: segmentLimits,
	}),
	/** All that sessions hold in the daemon: after subscribe, and when it changes, at most ten times a second. */
	message("holdings", { target: z.string(), holdings: z.array(holdingFacts) }),
	message("viewers", { count: z.number() }),
	message("statistics", {
		target: z.string(),
		reportsPerSecond: z.number(),
		/** From triggering an event to its report; absent while none came back. */
		probeMs: z.optional(z.number()),
		/** From asking pigpiod something small to its answer; absent while there is none. */
		roundTripMs: z.optional(z.number()),
		/** Reports and stretches lost since the bridge started, counted where the number is known. */
		lost: z.number(),
		/** Microseconds between two samples. */
		samplePeriod: z.optional(z.number()),
	}),
]);
export type ServerMessage = z.infer<typeof serverMessage>;
export type ServerOperation = ServerMessage["op"];

/** One server message by its op. */
export type ServerMessageOf<O extends ServerOperation> = Extract<ServerMessage, { op: O }>;

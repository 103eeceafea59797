import * as z from "zod/mini";
import { commandNames } from "../commands/registry.ts";
import { defineOperation, done, field } from "./defineOperation.ts";

const count = (least: number, most: number) => z.number().check(z.int(), z.gte(least), z.lte(most));
const millis = z.number().check(z.gte(0), z.lte(600_000));
const connection = field(
	z.optional(count(1, Number.MAX_SAFE_INTEGER)),
	"Number of one connection; all of them, future ones as well, without it.",
);
const command = z.union([z.enum(commandNames), count(0, 0xffff_ffff)]);

/** Kinds of handles that programs leave open when they crash. */
export const leakableHandles = ["notification", "i2c", "spi", "serial", "script", "file"] as const;
export type LeakableHandle = (typeof leakableHandles)[number];

/** A fault that is in force. */
const faultFacts = z.object({
	/** The operation that set it. */
	fault: z.string(),
	connection: z.optional(z.number()),
	/** What it was set to. */
	settings: z.record(z.string(), z.unknown()),
});
export type FaultFacts = z.infer<typeof faultFacts>;

/** What can be made to go wrong. Nothing is by default. */
export const faultOperations = {
	connections: defineOperation({
		summary: "Tells the clients that are connected. Numbers count from 1 in the order of connecting.",
		params: {},
		result: z.object({
			connections: z.array(
				z.object({
					connection: z.number(),
					/** Address and port. */
					peer: z.string(),
					requests: z.number(),
					bytesOut: z.number(),
					/** Bytes that wait for the client to read. */
					waiting: z.number(),
				}),
			),
		}),
		example: {
			params: {},
			result: {
				connections: [{ connection: 1, peer: "127.0.0.1:50312", requests: 12, bytesOut: 192, waiting: 0 }],
			},
		},
	}),
	splitWrites: defineOperation({
		summary: "Sends everything in pieces.",
		params: {
			connection,
			bytes: field(count(1, 65_536), "Bytes of a piece; 1 for byte by byte."),
			gapMicros: field(z._default(count(0, 1_000_000), 200), "Time between two pieces."),
		},
		result: done,
		example: { params: { bytes: 1 }, result: {} },
	}),
	mergeWrites: defineOperation({
		summary: "Holds back what is to be sent and sends it as one piece.",
		params: { connection, holdMillis: field(millis, "How long, from the first byte on.") },
		result: done,
		example: { params: { holdMillis: 20 }, result: {} },
	}),
	delayReplies: defineOperation({
		summary: "Answers late, in order. Requests are performed when they come.",
		params: {
			connection,
			millis: field(millis, "How late."),
			jitterMillis: field(z._default(millis, 0), "Up to how much more, by repeatable chance."),
		},
		result: done,
		example: { params: { connection: 2, millis: 250, jitterMillis: 50 }, result: {} },
	}),
	dropConnection: defineOperation({
		summary:
			"Ends connections: at once, or each after that many more requests or bytes, which may be within an answer. A reset comes 10 ms after the last bytes, so that the client reads them first.",
		params: {
			connection,
			how: field(z.enum(["reset", "end"]), "By RST, or by FIN after what was sent."),
			afterRequests: field(z.optional(count(1, 1e9)), "Requests that are still answered."),
			afterBytes: field(z.optional(count(1, 1e12)), "Bytes that are still sent."),
		},
		result: done,
		example: { params: { connection: 1, how: "reset", afterBytes: 40 }, result: {} },
	}),
	refuseConnects: defineOperation({
		summary: "Closes the port to new clients, who are refused; or opens it again.",
		params: { refuse: field(z.boolean(), "false: open it again.") },
		result: done,
		example: { params: { refuse: true }, result: {} },
	}),
	ignoreRequests: defineOperation({
		summary:
			"Accepts clients and requests and does and says nothing; what came meanwhile is performed afterwards.",
		params: { connection, ignore: field(z.boolean(), "false: go on.") },
		result: done,
		example: { params: { ignore: true }, result: {} },
	}),
	stopAlerts: defineOperation({
		summary:
			"Stops the daemon's alert thread, as a reader does that reads no more: no reports, and samples are overwritten when the buffer (-b) is full.",
		params: {},
		result: done,
		example: { params: {}, result: {} },
	}),
	resumeAlerts: defineOperation({
		summary: "Lets the alert thread go on, with what the sample buffer still holds.",
		params: {},
		result: done,
		example: { params: {}, result: {} },
	}),
	restartDaemon: defineOperation({
		summary:
			"Switches the Pi off and on: connections end, handles, waves, scripts and PWM are gone, ticks start anew. Answers when the port is open again. The devices on the bench go on.",
		params: { downMillis: field(z._default(millis, 0), "How long the port is shut.") },
		result: done,
		example: { params: { downMillis: 500 }, result: {} },
	}),
	failCommand: defineOperation({
		summary: "Answers a command with an error instead of performing it.",
		params: {
			connection,
			command: field(command, "Name of the command table, or number."),
			result: field(count(-0x8000_0000, -1), "The error code, such as -25 for PI_BAD_HANDLE."),
			times: field(z.optional(count(1, 1e9)), "How often; always without it."),
			p1: field(z.optional(count(0, 0xffff_ffff)), "Only requests with this first parameter."),
		},
		result: done,
		example: { params: { command: "write", p1: 17, result: -41, times: 2 }, result: {} },
	}),
	leakHandles: defineOperation({
		summary: "Opens handles that nobody closes, as crashed programs leave them. Answers their numbers.",
		params: {
			kind: field(z.enum(leakableHandles), "What to open."),
			count: field(count(1, 256), "How many."),
			path: field(
				z.optional(z.string()),
				"File or serial device to open; without it the access file and /dev/serial0.",
			),
		},
		result: z.object({ handles: z.array(z.number()) }),
		example: { params: { kind: "notification", count: 3 }, result: { handles: [0, 1, 2] } },
	}),
	faults: defineOperation({
		summary: "Tells the faults that are in force.",
		params: {},
		result: z.object({ faults: z.array(faultFacts) }),
		example: {
			params: {},
			result: { faults: [{ fault: "splitWrites", settings: { bytes: 1, gapMicros: 200 } }] },
		},
	}),
	clearFaults: defineOperation({
		summary: "Ends all faults. What was leaked or lost stays so.",
		params: {},
		result: done,
		example: { params: {}, result: {} },
	}),
} as const;

import {
	HTTP_CALLER,
	type MessageErrorCode,
	packBytes,
	parseHttpCall,
	type Role,
	unpackBytes,
} from "@gpioscope/protocol";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Gate } from "../access/Gate.ts";
import { type Failure, failureOf, Refusal } from "../access/Refusal.ts";
import type { SessionHub } from "../sessions/SessionHub.ts";

export interface CallRouteOptions {
	readonly gate: Gate;
	readonly hub: Pick<SessionHub, "desk" | "targets">;
	/** What callers may do. */
	readonly role: Role;
	/** Hears of faults of the bridge itself. */
	onFault(error: unknown): void;
}

/** Enough for the longest extension as JSON. */
const MOST_BODY_BYTES = 512 * 1024;
/** Calls that may wait for their answers at once. */
const MOST_WAITING = 256;

/** What HTTP says of each reason for which a call is refused or fails. */
const statusOf: Readonly<Record<MessageErrorCode, number>> = {
	malformed: 400,
	unknownOperation: 400,
	unknownTarget: 404,
	unknownCommand: 404,
	invalidArgument: 400,
	notPermitted: 403,
	commandDisabled: 403,
	gpioNotPermitted: 403,
	pinLocked: 409,
	foreignHandle: 403,
	waveLimit: 409,
	waveBusy: 409,
	notConnected: 503,
	timeout: 504,
	connectionLost: 502,
	daemonError: 422,
	tooManyRequests: 429,
	noBench: 400,
	benchRefused: 400,
	targetRefused: 400,
	internal: 500,
};

/**
 * `POST /api/call` runs one pigpiod command for a program that has the token: it comes to the same desk as sessions do,
 * with the same permissions, and all such programs are one visitor there.
 */
export function addCallRoute(app: FastifyInstance, { gate, hub, role, onFault }: CallRouteOptions): void {
	const visitor = { id: HTTP_CALLER, role };
	let waiting = 0;
	const run = async (body: unknown): Promise<unknown> => {
		const call = parseHttpCall(body);
		if ("problem" in call) throw new Refusal("malformed", `The body does not fit: ${call.problem}.`, BODY);
		const { target = hub.targets[0] ?? "", command, args = {} } = call;
		const desk = hub.desk(target);
		if (desk === undefined) throw new Refusal("unknownTarget", `There is no target "${target}".`);
		if (waiting >= MOST_WAITING) {
			throw new Refusal("tooManyRequests", `${MOST_WAITING} calls wait for answers already.`);
		}
		waiting++;
		try {
			return packBytes(await desk.call(visitor, command, unpackBytes(args), true));
		} finally {
			waiting--;
		}
	};
	app.post("/api/call", {
		bodyLimit: MOST_BODY_BYTES,
		// Before the body is read: nobody without the token gets to say a word.
		onRequest: async (request, reply) => {
			const rejection = gate.checkHeader(request.raw);
			return rejection === undefined
				? undefined
				: reply.code(rejection.status).send({ message: rejection.message });
		},
		errorHandler: (error, _request, reply) => {
			const { statusCode = 500, message } = error as { statusCode?: number; message: string };
			if (statusCode >= 500) return fail(reply, failureOf(error, onFault));
			const failure = new Refusal("malformed", message, BODY).failure;
			return reply.code(statusCode).send({ error: failure });
		},
		handler: async ({ body }, reply) => {
			try {
				return { result: await run(body) };
			} catch (error) {
				return fail(reply, failureOf(error, onFault));
			}
		},
	});
}

const BODY = 'Send JSON such as {"command":"write","args":{"gpio":17,"level":1}}.';

function fail(reply: FastifyReply, failure: Failure): FastifyReply {
	return reply.code(statusOf[failure.code]).send({ error: failure });
}

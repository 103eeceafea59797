import { type ClientMessageOf, type ClientOperation, packBytes, unpackBytes } from "@gpioscope/protocol";
import { Refusal } from "../access/Refusal.ts";
import type { Desk } from "./Desk.ts";
import type { Session } from "./Session.ts";

type Handler<O extends ClientOperation> = (session: Session, message: ClientMessageOf<O>) => unknown;

/** What the bridge does for each operation of a page; what it returns is the result. */
export type MessageHandlers = { readonly [O in ClientOperation]: Handler<O> };

/** A newcomer gets this much of the past. */
const REPLAY_MICROS = 10_000_000;
const REPLAY_BYTES = 4 * 1024 * 1024;

export const messageHandlers: MessageHandlers = {
	async call(session, { target, command, args = {} }) {
		return packBytes(await deskOf(session, target).call(session, command, unpackBytes(args)));
	},

	subscribe(session, { target, since }) {
		const desk = deskOf(session, target);
		const { ring } = desk.target;
		const last = since === undefined ? undefined : ring.get(since.block);
		const isResumed = since !== undefined && last?.epoch === since.epoch;
		const first = isResumed ? since.block + 1 : ring.recent(REPLAY_MICROS, REPLAY_BYTES);
		session.watch(desk, first);
		return { epoch: desk.target.epoch, first, resumed: isResumed };
	},

	unsubscribe(session, { target }) {
		session.unwatch(deskOf(session, target));
	},

	createWave(session, { target, pulses }) {
		return deskOf(session, target).createWave(
			session,
			pulses.map(([on, off, delay]) => ({ on, off, delay })),
		);
	},

	releaseAll(session, { target }) {
		return deskOf(session, target).releaseAll(session.id);
	},

	retry(session, { target }) {
		deskOf(session, target).target.pi.transport.retry();
	},

	ping() {},
};

function deskOf(session: Session, id: string): Desk {
	const desk = session.desks.get(id);
	if (desk === undefined) throw new Refusal("unknownTarget", `There is no target "${id}".`);
	return desk;
}

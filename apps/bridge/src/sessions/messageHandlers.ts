import {
	type ClientMessageOf,
	type ClientOperation,
	packBytes,
	type Subscribed,
	unpackBytes,
} from "@gpioscope/protocol";
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
	async call(session, { target, command, args = {}, noted = false }) {
		return packBytes(await deskOf(session, target).call(session, command, unpackBytes(args), noted));
	},

	subscribe(session, { target, since, from = "ring" }) {
		const desk = deskOf(session, target);
		const { ring } = desk.target;
		const last = since === undefined ? undefined : ring.get(since.block);
		const isResumed = since !== undefined && last?.epoch === since.epoch;
		const recent = () => (from === "now" ? ring.next : ring.recent(REPLAY_MICROS, REPLAY_BYTES));
		const first = isResumed ? since.block + 1 : recent();
		const { next } = ring;
		session.watch(desk, first);
		return { epoch: desk.target.epoch, first, next, resumed: isResumed } satisfies Subscribed;
	},

	unsubscribe(session, { target }) {
		session.unwatch(deskOf(session, target));
	},

	createWave(session, { target, pulses, keepWaves = false }) {
		return deskOf(session, target).createWave(
			session,
			pulses.map(([on, off, delay]) => ({ on, off, delay })),
			keepWaves,
		);
	},

	releaseAll(session, { target, keepPins = false }) {
		return deskOf(session, target).releaseAll(session.id, keepPins);
	},

	lockPin(session, { target, gpio, locked }) {
		deskOf(session, target).pins.lock(session, gpio, locked);
	},

	retry(session, { target }) {
		deskOf(session, target).target.pi.transport.retry();
	},

	bench(session, { target, operation }) {
		const { target: found } = deskOf(session, target);
		return session.seatAt(found.id).perform(operation);
	},

	setTriggers(session, { target, triggers, owner }) {
		const desk = deskOf(session, target);
		mayOperate(session);
		desk.triggers.set(triggers, owner);
	},

	fetchSegment(session, { target, segment, from }) {
		return deskOf(session, target).triggers.fetch(segment, from);
	},

	forgetSegments(session, { target, segments }) {
		const desk = deskOf(session, target);
		mayOperate(session);
		desk.triggers.forget(segments);
	},

	inspectDaemon(session, { target }) {
		return deskOf(session, target).housekeeping.inspect(session);
	},

	freeHandles(session, { target, handles }) {
		return deskOf(session, target).housekeeping.free(session, handles);
	},

	async addTarget(session, { address, name }) {
		mayOperate(session);
		return (await session.targets.add(address, name)).facts();
	},

	renameTarget(session, { target, name }) {
		mayOperate(session);
		return session.targets.rename(target, name);
	},

	removeTarget(session, { target }) {
		mayOperate(session);
		return session.targets.remove(target);
	},

	ping() {},
};

function mayOperate({ role }: Session): void {
	if (role === "viewer") throw new Refusal("notPermitted", "Your role can only watch.");
}

function deskOf(session: Session, id: string): Desk {
	const desk = session.desks.get(id);
	if (desk === undefined) throw new Refusal("unknownTarget", `There is no target "${id}".`);
	return desk;
}

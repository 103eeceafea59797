import type { Daemon } from "../Daemon.ts";
import { PipeReports } from "../pipes/PipeReports.ts";
import type { NotificationHandle } from "../signals/Notifications.ts";
import { type Handler, type HandlersOf, Outside } from "./Handler.ts";
import { refusals } from "./refusals.ts";

const LAST_EVENT = 31;
const PIPE_RIGHTS = "664";

function withHandle(daemon: Daemon, number: number, act: (handle: NotificationHandle) => void): number {
	const handle = daemon.notifications.get(number);
	if (handle === undefined) return refusals.badHandle;
	act(handle);
	return 0;
}

/**
 * Reports go to the pipe /dev/pigpioN below the folder of the Pi's files; without one such a handle counts its reports
 * and drops them.
 */
const openNotificationPipe: Handler = (daemon) => {
	const { notifications, engine, pipes } = daemon;
	const number = notifications.reserve();
	if (number === undefined) return refusals.noHandle;
	if (!pipes.hasFolder) {
		notifications.openReserved(number, undefined, engine.time);
		return number;
	}
	return new Outside((done) => {
		pipes.open(`pigpio${number}`, PIPE_RIGHTS).then(
			(fifo) => {
				notifications.openReserved(number, new PipeReports(fifo), engine.time);
				done(number);
			},
			(error: unknown) => {
				notifications.unreserve(number);
				daemon.onError(error);
				done(refusals.badPathname);
			},
		);
	});
};

const openNotification: Handler = ({ notifications, engine }, { sink }) =>
	notifications.open(sink, engine.time) ?? refusals.noHandle;

const beginNotification: Handler = (daemon, { p1, p2: bits }) =>
	withHandle(daemon, p1, (handle) => daemon.notifications.begin(handle, bits));

const pauseNotification: Handler = (daemon, { p1 }) =>
	withHandle(daemon, p1, (handle) => daemon.notifications.pause(handle));

const closeNotification: Handler = (daemon, { p1 }) =>
	withHandle(daemon, p1, (handle) => daemon.notifications.close(handle, daemon.options.alertsDisabled));

const setEventMonitor: Handler = (daemon, { p1, p2: bits }) =>
	withHandle(daemon, p1, (handle) => {
		handle.eventBits = bits;
	});

const triggerEvent: Handler = (daemon, { p1: event }) => {
	if (event > LAST_EVENT) return refusals.badEventId;
	daemon.events.trigger(event);
	return 0;
};

export const notifyHandlers: HandlersOf<
	| "openNotificationPipe"
	| "openNotification"
	| "beginNotification"
	| "pauseNotification"
	| "closeNotification"
	| "setEventMonitor"
	| "triggerEvent"
> = {
	openNotificationPipe,
	openNotification,
	beginNotification,
	pauseNotification,
	closeNotification,
	setEventMonitor,
	triggerEvent,
};

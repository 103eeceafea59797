import type { ConnectionCause } from "@gpioscope/protocol";

/** rgpiod's port; people mix the two daemons up. */
export const RGPIOD_PORT = 8889;

/** Where a client wants to go. */
export interface Destination {
	readonly host: string;
	readonly port: number;
}

/** Says in words why no socket could be opened, out of the errors of all addresses tried. */
export function causeOfRefusal({ host, port }: Destination, errors: readonly unknown[]): ConnectionCause {
	const codes = new Set(errors.map(codeOf));
	const place = `${host}:${port}`;
	if (codes.has("ECONNREFUSED")) {
		return { code: "refused", message: `Nothing listens on ${place}.`, remedy: startHint(host) };
	}
	if (codes.has("ENOTFOUND") || codes.has("EAI_AGAIN")) {
		return {
			code: "nameNotFound",
			message: `No address found for "${host}".`,
			remedy: "Check the name or use its IP address.",
		};
	}
	if (codes.has("ETIMEDOUT")) return silence({ host, port });
	if (codes.has("EHOSTUNREACH") || codes.has("ENETUNREACH")) {
		return {
			code: "unreachable",
			message: `There is no way through the network to ${host}.`,
			remedy: "Check that both are on the same network.",
		};
	}
	const text = errors.map((error) => (error instanceof Error ? error.message : String(error))).join("; ");
	return { code: "other", message: `Cannot connect to ${place}: ${text}.`, remedy: "Check host and port." };
}

/** The host does not answer at all, or no longer. */
export function silence({ host, port }: Destination): ConnectionCause {
	if (isLoopbackName(host))
		return {
			code: "timeout",
			message: `What listens on ${host}:${port} does not answer.`,
			remedy:
				"If it is pigpiod, it hangs: end it with sudo killall -9 pigpiod, and start it with sudo pigpiod.",
		};
	return {
		code: "timeout",
		message: `${host} does not answer.`,
		remedy: `Is it on, and is port ${port} open in its firewall?`,
	};
}

/** Something answered, but not as pigpiod does. */
export function notPigpiod({ host, port }: Destination): ConnectionCause {
	if (port === RGPIOD_PORT) {
		return {
			code: "otherDaemon",
			message: "This is rgpiod (port 8889), not pigpiod.",
			remedy: "gpioscope needs pigpiod on port 8888.",
		};
	}
	return {
		code: "notPigpiod",
		message: `What listens on ${host}:${port} is not pigpiod.`,
		remedy: "Check the port; pigpiod's is 8888 unless started with -p.",
	};
}

/** It takes connections and closes them without a word, as pigpiod does with computers that -n does not name. */
export function notAllowed({ host, port }: Destination, ownAddress: string | undefined): ConnectionCause {
	return {
		code: "notAllowed",
		message: `What listens on ${host}:${port} closes connections from this computer without an answer.`,
		remedy: `pigpiod does so when it was started with -n: add ${ownAddress === undefined ? "this computer's address" : `-n ${ownAddress}`}, or start it without.`,
	};
}

/** The daemon closed a connection that worked: it was stopped, restarted or killed. */
export function daemonGone({ host }: Destination): ConnectionCause {
	return {
		code: "closed",
		message: `pigpiod on ${host} closed the connection.`,
		remedy: "It is tried again by itself. If it stays away, start it with sudo pigpiod.",
	};
}

/** Replies and requests could no longer be paired, so the connection was given up. */
export function confusedReplies({ host }: Destination): ConnectionCause {
	return {
		code: "protocol",
		message: `The answers of pigpiod on ${host} do not fit the questions.`,
		remedy: "A new connection is made by itself.",
	};
}

/** The daemon's timer is another one all of a sudden, so times can no longer be compared. */
export function clockJumped({ host }: Destination): ConnectionCause {
	return {
		code: "protocol",
		message: `The clock of pigpiod on ${host} jumped.`,
		remedy: "A new connection is made by itself; earlier data is kept.",
	};
}

function startHint(host: string): string {
	return isLoopbackName(host)
		? "Start it with sudo pigpiod."
		: "Start it there with sudo pigpiod, without -l, or with -n and the address of this computer.";
}

/** True for the names and addresses of this computer's loopback. */
export function isLoopbackName(host: string): boolean {
	return host === "localhost" || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function codeOf(error: unknown): string | undefined {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

import { access, readFile } from "node:fs/promises";
import { connect, isIP } from "node:net";
import { type Destination, isLoopbackName, RGPIOD_PORT } from "@gpioscope/client";
import type { ConnectionCause } from "@gpioscope/protocol";

/** What can be tried and read to find out why nothing is there. Tests give their own. */
export interface Surroundings {
	/** How a port answers: it takes connections, refuses them, or is silent. */
	knock(destination: Destination): Promise<"open" | "refused" | "silent">;
	/** What this computer says that it is, on a Raspberry Pi its model. */
	readModel(): Promise<string | undefined>;
	/** Whether a program called pigpiod is installed here. */
	hasDaemon(): Promise<boolean>;
}

const SSH_PORT = 22;

/**
 * The likely cause behind a connection that failed, where more can be found out about it; else the cause as it is.
 * Never rejects.
 */
export async function diagnose(
	cause: ConnectionCause,
	destination: Destination,
	surroundings: Surroundings = realSurroundings,
): Promise<ConnectionCause> {
	const isLocal = isLoopbackName(destination.host);
	if (cause.code === "refused")
		return (await (isLocal ? whyRefusedHere : whyRefusedThere)(destination, surroundings)) ?? cause;
	if (cause.code === "timeout" && !isLocal) return (await whySilent(destination, surroundings)) ?? cause;
	return cause;
}

async function whyRefusedHere(
	{ host, port }: Destination,
	{ knock, readModel, hasDaemon }: Surroundings,
): Promise<ConnectionCause | undefined> {
	if (isIP(host) === 4 && (await knock({ host: "::1", port })) === "open") {
		return {
			code: "localOnly",
			message: "pigpiod listens on ::1 only (option -l).",
			remedy: `Use localhost:${port} or [::1]:${port} in the place of ${host}:${port}.`,
		};
	}
	const model = await readModel();
	if (model !== undefined && /Raspberry Pi (?:5|500|Compute Module 5)/.test(model)) {
		return {
			code: "wrongBoard",
			message: `pigpiod cannot run on this ${model.replace(/ Rev .*/, "")}: its GPIOs sit in another chip.`,
			remedy: "Use a Pi up to the 4 or Zero 2 W, and give its address with --pi.",
		};
	}
	if ((await knock({ host, port: RGPIOD_PORT })) === "open") return rgpiodAt(host, port);
	// Elsewhere than on a Pi it may be a tunnel to one.
	if (model === undefined || !model.includes("Raspberry Pi") || (await hasDaemon())) return undefined;
	return {
		code: "notInstalled",
		message: "pigpiod is not installed on this Pi.",
		remedy:
			"Install it with sudo apt install pigpio; on Raspberry Pi OS 13 build it from github.com/joan2937/pigpio.",
	};
}

async function whyRefusedThere(
	{ host, port }: Destination,
	{ knock }: Surroundings,
): Promise<ConnectionCause | undefined> {
	return (await knock({ host, port: RGPIOD_PORT })) === "open" ? rgpiodAt(host, port) : undefined;
}

/** Where another port answers in some way, the computer is on, and only this port is kept from us. */
async function whySilent(
	{ host, port }: Destination,
	{ knock }: Surroundings,
): Promise<ConnectionCause | undefined> {
	if ((await knock({ host, port: SSH_PORT })) === "silent") return undefined;
	return {
		code: "firewall",
		message: `${host} is on, but its port ${port} is silent: a firewall keeps it closed.`,
		remedy: `Open it there, for example with sudo ufw allow ${port}/tcp.`,
	};
}

function rgpiodAt(host: string, port: number): ConnectionCause {
	return {
		code: "otherDaemon",
		message: `Nothing listens on ${host}:${port}, but rgpiod's port ${RGPIOD_PORT} is open.`,
		remedy: "gpioscope needs pigpiod. Start it there with sudo pigpiod; on a Pi 5 it cannot run.",
	};
}

const PATIENCE_MS = 1000;
const MODEL_FILE = "/proc/device-tree/model";
const DAEMON_FILES = ["/usr/bin/pigpiod", "/usr/local/bin/pigpiod"];

const realSurroundings: Surroundings = {
	knock: ({ host, port }) =>
		new Promise((resolve) => {
			const socket = connect({ host, port, timeout: PATIENCE_MS });
			const done = (answer: "open" | "refused" | "silent") => {
				socket.destroy();
				resolve(answer);
			};
			socket.once("connect", () => done("open"));
			socket.once("timeout", () => done("silent"));
			socket.once("error", (error) =>
				done("code" in error && error.code === "ECONNREFUSED" ? "refused" : "silent"),
			);
		}),
	readModel: () =>
		readFile(MODEL_FILE, "utf8").then(
			(text) => text.replaceAll("\0", "").trim(),
			() => undefined,
		),
	hasDaemon: async () => {
		const found = await Promise.allSettled(DAEMON_FILES.map((path) => access(path)));
		return found.some(({ status }) => status === "fulfilled");
	},
};

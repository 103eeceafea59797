import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import cookie from "@fastify/cookie";
import { type Clock, isLoopbackName, systemClock } from "@gpioscope/client";
import { formatTargetAddress, type TargetState } from "@gpioscope/protocol";
import fastify, { type FastifyInstance } from "fastify";
import { AccessToken } from "./access/AccessToken.ts";
import { AttemptLimit } from "./access/AttemptLimit.ts";
import { Gate } from "./access/Gate.ts";
import { SitePolicy } from "./access/SitePolicy.ts";
import type { Config } from "./config.ts";
import { createTargets, FIRST_TARGET } from "./createTargets.ts";
import { Neighbourhood } from "./discovery/Neighbourhood.ts";
import { addCallRoute } from "./http/callRoute.ts";
import { addSecurityHeaders } from "./http/securityHeaders.ts";
import { addSessionRoute } from "./http/sessionRoute.ts";
import { addStaticFiles } from "./http/staticFiles.ts";
import { addUpgrade } from "./http/upgrade.ts";
import { LineServer } from "./lines/LineServer.ts";
import { SessionHub } from "./sessions/SessionHub.ts";
import { type Found, findTarget } from "./targets/findTarget.ts";
import { isOpenToNetwork, outwardAddresses } from "./targets/openDaemon.ts";
import type { Target } from "./targets/Target.ts";
import type { TargetList } from "./targets/TargetList.ts";
import { VERSION } from "./version.ts";

/** Where the page is. */
export interface Listening {
	/** To open in a browser, with the token in its fragment. */
	readonly url: string;
	/** The same for other computers, when it listens for them. */
	readonly outwardUrls: readonly string[];
	readonly port: number;
	readonly token: string;
	/** Path of the line server's socket, when there is one. */
	readonly lineSocket?: string;
}

/** The bridge, put together and connected to its pigpiod. */
export interface Bridge {
	/** The first pigpiod. */
	readonly target: Target;
	/** Which pigpiod that is and how it was found. */
	readonly found: Found;
	/** All of them. */
	readonly targets: TargetList;
	/** Starts to serve. @throws the error of the socket, for example EADDRINUSE */
	listen(): Promise<Listening>;
	/** Ends all sessions and connections, and the simulated Pi. */
	close(): Promise<void>;
}

export interface BridgeOptions {
	readonly clock?: Clock;
	/** How long to wait for answers of pigpiod, in milliseconds. */
	readonly timeoutMs?: number;
	/** Hears of faults and of trouble that no page waits for. */
	readonly onProblem?: (error: unknown) => void;
	/** Hears what the person who started the bridge should know. */
	readonly onNotice?: (sentence: string) => void;
}

/** Puts the bridge together. It connects to pigpiod at once and listens when told. */
export async function createBridge(config: Config, options: BridgeOptions = {}): Promise<Bridge> {
	const { clock = systemClock, onProblem = (error: unknown) => console.error(error), timeoutMs } = options;
	const found = await findTarget(config.source, config.bench, onProblem);
	const targets = await createTargets(config, found, {
		clock,
		onProblem,
		...(timeoutMs === undefined ? {} : { timeoutMs }),
		onReal: (target) => {
			warnWhenOpen(target, options);
			noteConnection(target, options);
		},
	});
	const token = new AccessToken(config.token);
	let port = config.port;
	const cookieName = () => `gpioscope_${port}`;
	const gate = new Gate({
		token,
		sites: new SitePolicy(config),
		attempts: new AttemptLimit(() => clock.now()),
		cookieName,
	});
	const hub = new SessionHub({
		version: VERSION,
		targets,
		allowed: config.allowed,
		benches: new Map(found.simulator === undefined ? [] : [[FIRST_TARGET, found.simulator.control]]),
		clock,
		onFault: onProblem,
	});
	const app = await createHttp(config, gate, token, cookieName, hub, onProblem);
	const stopUpgrades = addUpgrade(app.server, gate, (socket) => hub.join(socket, "operator"));
	let lines: LineServer | undefined;
	let neighbourhood: Neighbourhood | undefined;
	return {
		target: targets.first,
		found,
		targets,
		async listen() {
			await app.listen({ host: config.listenHost, port: config.port });
			lines = createLines(config, hub, clock, onProblem);
			await lines?.listen();
			port = portOf(app);
			if (config.discovery) neighbourhood = await joinNeighbours(config, port, hub, options);
			const urlAt = (host: string) => `http://${bracketed(host)}:${port}/#token=${token.text}`;
			const isWild = isWildcard(config.listenHost);
			return {
				url: urlAt(isWild ? "localhost" : config.listenHost),
				outwardUrls: isWild ? outwardAddresses().map(urlAt) : [],
				port,
				token: token.text,
				...(config.lines === undefined ? {} : { lineSocket: config.lines.socket }),
			};
		},
		async close() {
			stopUpgrades();
			await neighbourhood?.close();
			await lines?.close();
			await hub.close();
			await app.close();
			await targets.close();
			await found.simulator?.close();
		},
	};
}

/** Other computers find this bridge only where they could open its page, too. */
async function joinNeighbours(
	config: Config,
	port: number,
	hub: SessionHub,
	{ clock = systemClock, onNotice = () => {} }: BridgeOptions,
): Promise<Neighbourhood | undefined> {
	try {
		return await Neighbourhood.join({
			id: randomUUID().slice(0, 8),
			name: hostname(),
			...(isLoopbackName(config.listenHost) ? {} : { port }),
			clock,
			onChange: (neighbours) => hub.neighboursChanged(neighbours),
		});
	} catch (error) {
		onNotice(
			`Other gpioscopes on the network are not found: ${error instanceof Error ? error.message : error}.`,
		);
		return undefined;
	}
}

/** @throws Error when there is no such target */
function createLines(
	{ lines: config }: Config,
	hub: SessionHub,
	clock: Clock,
	onFault: (error: unknown) => void,
): LineServer | undefined {
	if (config === undefined) return undefined;
	const { target = hub.targets[0] ?? "" } = config;
	const desk = hub.desk(target);
	if (desk === undefined) {
		throw new Error(
			`There is no target ${target}. Use --line-target with one of: ${hub.targets.join(", ")}.`,
		);
	}
	return new LineServer({ config, desk, clock, onFault });
}

/** Who takes longer to say what it wants is cut, so that connections cannot be used up by trickling bytes. */
const SLOWEST_REQUEST_MS = 10_000;

async function createHttp(
	config: Config,
	gate: Gate,
	token: AccessToken,
	cookieName: () => string,
	hub: SessionHub,
	onFault: (error: unknown) => void,
): Promise<FastifyInstance> {
	const app = fastify({
		bodyLimit: 4096,
		requestTimeout: SLOWEST_REQUEST_MS,
		http: { headersTimeout: SLOWEST_REQUEST_MS, connectionsCheckingInterval: 1000 },
		forceCloseConnections: true,
	});
	addSecurityHeaders(app);
	app.addHook("onRequest", async (request, reply) => {
		const rejection = gate.checkSite(request.raw);
		if (rejection !== undefined) return reply.code(rejection.status).send({ message: rejection.message });
		return undefined;
	});
	await app.register(cookie);
	app.get("/api/health", () => ({ status: "ok" }));
	addSessionRoute(app, gate, token, cookieName);
	addCallRoute(app, { gate, hub, role: "operator", onFault });
	await addStaticFiles(app, config.webRoot);
	return app;
}

/** Looks at each connection whether the daemon is open to the network: it may have been restarted otherwise. */
function warnWhenOpen(
	target: Target,
	{ onProblem = console.error, onNotice = () => {} }: BridgeOptions,
): void {
	target.pi.onStatus(({ kind }) => {
		if (kind !== "live") return;
		isOpenToNetwork(target.pi.transport.destination).then((isOpen) => {
			if (isOpen === target.isWarned) return;
			target.warn(isOpen ? OPEN_DAEMON : undefined);
			if (isOpen) onNotice(OPEN_DAEMON);
		}, onProblem);
	});
}

/** Says in the terminal why pigpiod is not there, once for each reason, and that it has come. */
function noteConnection(target: Target, { onNotice = () => {} }: BridgeOptions): void {
	let said: string | undefined;
	const note = (state: TargetState) => {
		if (state.kind === "disconnected") {
			const { message, remedy } = state.cause;
			if (said !== message) onNotice(`${message} ${remedy}`);
			said = message;
		} else if (state.kind === "live" && said !== undefined) {
			onNotice(`pigpiod on ${formatTargetAddress(target.destination)} answers.`);
			said = undefined;
		}
	};
	target.listen({ facts: ({ state }) => note(state) });
}

const OPEN_DAEMON =
	"pigpiod on this Pi accepts commands from the network without a password. Start it with -l.";

function portOf(app: FastifyInstance): number {
	const address = app.server.address();
	if (address === null || typeof address === "string")
		throw new Error("The bridge does not listen on a port.");
	return address.port;
}

/** These stand for all addresses of this computer. */
function isWildcard(host: string): boolean {
	return host === "0.0.0.0" || host === "::";
}

function bracketed(host: string): string {
	return host.includes(":") ? `[${host}]` : host;
}

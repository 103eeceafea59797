import { parseCommandLine } from "../commandLine.ts";
import { Daemon } from "../Daemon.ts";
import { Later, type Reply } from "../handlers/Handler.ts";
import { perform } from "../handlers/handlers.ts";
import { BUFFER_BYTES, Request } from "../handlers/Request.ts";
import { defaultOptions } from "../options.ts";
import type { GoldenReport, GoldenScenario } from "./goldenFiles.ts";
import { RecordingSink } from "./RecordingSink.ts";

/** The recorded reports of each handle. */
export function reportStreams(scenario: GoldenScenario): (readonly GoldenReport[])[] {
	return [scenario.reports, scenario.reports_1, scenario.reports_2].filter(
		(reports) => reports !== undefined,
	);
}

/** The length of the recording's tail in which nothing is commanded any more. */
const TAIL = 200_000;

/**
 * Plays a scenario's commands at their recorded times and returns the reports of each handle.
 * @param delay from when a command was sent to when it took effect, which the recording does not tell
 */
export function replayScenario(scenario: GoldenScenario, delay: number): GoldenReport[][] {
	const { start } = parseCommandLine([...(scenario.daemon_args ?? []), "-p", "0"]);
	const options = { ...defaultOptions, ...start.options };
	const errors: unknown[] = [];
	const daemon = new Daemon(options, perform, (error) => errors.push(error));
	// The first report of PWM comes at the start of a period: all periods start together at this moment.
	const origin = 50 * 20_000 * options.samplePeriod;
	const { engine } = daemon;
	const first = origin + Math.min(0, ...scenario.actions.map(({ t_us }) => t_us)) - 5000;
	engine.runTo(first);
	const sinks = reportStreams(scenario).map(() => new RecordingSink());
	for (const sink of sinks) daemon.notifications.open(sink, engine.time);

	const queue = [...scenario.actions];
	let last = first;
	const finish = (reply: Reply, next: () => void) => {
		if (reply instanceof Later) engine.at(reply.time, () => finish(reply.finish(), next));
		else next();
	};
	const step = () => {
		const action = queue.shift();
		if (action === undefined) return;
		last = Math.max(origin + action.t_us + delay, engine.time);
		engine.at(last, () => finish(run(daemon, action.send), step));
	};
	step();
	const end = origin + Math.max(...scenario.actions.map(({ t_us }) => t_us)) + TAIL;
	const lastReport = Math.max(...reportStreams(scenario).map((reports) => reports.at(-1)?.[2] ?? 0));
	engine.runTo(Math.max(end, origin + lastReport + TAIL));
	if (errors.length > 0) throw errors[0];
	return sinks.map((sink) => sink.reports(origin));
}

function run(daemon: Daemon, hex: string): Reply {
	const bytes = Buffer.from(hex, "hex");
	const [code, p1, p2, length] = [0, 4, 8, 12].map((at) => bytes.readUInt32LE(at)) as [
		number,
		number,
		number,
		number,
	];
	const buffer = new Uint8Array(BUFFER_BYTES);
	buffer.set(bytes.subarray(16));
	return perform(daemon, new Request(code, p1, p2, length, buffer, undefined));
}

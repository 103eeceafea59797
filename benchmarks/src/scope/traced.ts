import type { CDPSession } from "@playwright/test";

/** Something that a thread of the browser did. */
export interface TraceEvent {
	readonly name: string;
	readonly ph: string;
	readonly pid: number;
	readonly tid: number;
	/** Microseconds. */
	readonly dur?: number;
	readonly args: { readonly name?: string };
}

/** Records what the browser's threads do meanwhile. @param session with the browser, not with a page. */
export async function traced(session: CDPSession, during: () => Promise<void>): Promise<TraceEvent[]> {
	const events: TraceEvent[] = [];
	const collect = ({ value }: { value: object[] }) => events.push(...(value as TraceEvent[]));
	session.on("Tracing.dataCollected", collect);
	const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
	await session.send("Tracing.start", {
		transferMode: "ReportEvents",
		traceConfig: { includedCategories: ["devtools.timeline"] },
	});
	await during();
	await session.send("Tracing.end");
	await complete;
	session.off("Tracing.dataCollected", collect);
	return events;
}

/** How long each of a kind of event took, ms, on the threads of a name, ascending. */
export function durations(events: readonly TraceEvent[], thread: string, name: string): number[] {
	const keyOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
	const named = events.filter((event) => event.name === "thread_name" && event.args.name?.startsWith(thread));
	const threads = new Set(named.map(keyOf));
	return events
		.filter((event) => event.name === name && event.ph === "X" && threads.has(keyOf(event)))
		.map(({ dur = 0 }) => dur / 1000)
		.sort((a, b) => a - b);
}

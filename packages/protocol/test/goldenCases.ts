import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** One step of a recorded case; see fixtures/golden/README.md. */
interface GoldenStep {
	readonly send?: string;
	readonly recv?: string;
	readonly conn?: number;
	readonly closed?: boolean;
	readonly close_conn?: number;
}

interface GoldenCase {
	readonly case: string;
	readonly steps: readonly GoldenStep[];
}

/** What one connection of a case sent and received, from its opening to its end, step by step. */
export interface GoldenConnection {
	readonly label: string;
	readonly sent: readonly Uint8Array[];
	readonly received: readonly Uint8Array[];
	/** The daemon closed it, or the client did in the middle of a request. */
	readonly closed: boolean;
}

const folder = new URL("../../../fixtures/golden/", import.meta.url);

/** All connections of all recorded cases. */
export function goldenConnections(): GoldenConnection[] {
	const files = readdirSync(folder).filter((file) => /^commands-.*\.jsonl\.gz$/.test(file));
	return files.flatMap((file) =>
		gunzipSync(readFileSync(new URL(file, folder)))
			.toString("utf8")
			.split("\n")
			.filter((line) => line !== "")
			.flatMap((line) => connectionsOf(JSON.parse(line) as GoldenCase)),
	);
}

function connectionsOf({ case: name, steps }: GoldenCase): GoldenConnection[] {
	const open = new Map<
		number,
		{ label: string; sent: Uint8Array[]; received: Uint8Array[]; closed: boolean }
	>();
	const all: GoldenConnection[] = [];
	for (const step of steps) {
		if (step.close_conn !== undefined) open.delete(step.close_conn);
		if (step.send === undefined) continue;
		const number = step.conn ?? 0;
		let connection = open.get(number);
		if (connection === undefined) {
			connection = { label: `${name}, connection ${number}`, sent: [], received: [], closed: false };
			open.set(number, connection);
			all.push(connection);
		}
		connection.sent.push(bytes(step.send));
		connection.received.push(bytes(step.recv ?? ""));
		if (step.closed === true) {
			connection.closed = true;
			open.delete(number);
		}
	}
	return all;
}

function bytes(text: string): Uint8Array {
	return new Uint8Array(Buffer.from(text, "hex"));
}

/** The raw stream of the notification socket on which commands were sent as well. */
export function goldenMixedStream(): Uint8Array {
	const line = gunzipSync(readFileSync(new URL("notify-mixed.jsonl.gz", folder))).toString("utf8");
	return bytes((JSON.parse(line) as { raw: string }).raw);
}

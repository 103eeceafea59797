import { isIP } from "node:net";
import type { Neighbour } from "@gpioscope/protocol";

/** As much of a service found by mDNS as is used here. Anybody on the network may say anything in it. */
export interface FoundService {
	readonly port: number;
	readonly txt?: unknown;
	/** What it calls its addresses. */
	readonly addresses?: readonly string[];
	/** Where the answer came from. */
	readonly referer?: { readonly address: string };
}

const LONGEST_NAME = 64;

/** What a service says of itself; undefined when it is this very bridge, or nobody could open its page. */
export function neighbourOf(
	{ txt, port, addresses = [], referer }: FoundService,
	ownId: string,
): Neighbour | undefined {
	const { id, name } = (typeof txt === "object" && txt !== null ? txt : {}) as Record<string, unknown>;
	const isPort = Number.isInteger(port) && port >= 1 && port <= 65_535;
	// An address of one link only needs a zone, which no URL takes.
	const usable = [...addresses, referer?.address ?? ""].filter(
		(address) => isIP(address) !== 0 && !/^fe80/i.test(address),
	);
	const host = usable.find((address) => isIP(address) === 4) ?? usable[0];
	if (id === ownId || host === undefined || !isPort) return undefined;
	const said = typeof name === "string" ? name.trim().slice(0, LONGEST_NAME) : "";
	const inUrl = isIP(host) === 6 ? `[${host}]` : host;
	return { name: said === "" ? host : said, host, url: `http://${inUrl}:${port}/` };
}

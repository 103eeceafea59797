import { lookup } from "node:dns/promises";
import { isIPv4 } from "node:net";

/** A peer that can never connect, because it has no IPv4 address. */
const NOBODY = "0.0.0.0";

/**
 * The IPv4 addresses of names and addresses, each the first that the system knows.
 * @throws an error that names the one without
 */
export async function resolvePeers(names: readonly string[]): Promise<string[]> {
	return await Promise.all(names.map(resolve));
}

async function resolve(name: string): Promise<string> {
	const refusal = `${name} may not connect: it is no IPv4 address and no name that has one`;
	try {
		const { address } = await lookup(name, { family: 4 });
		// An IPv6 address is answered as it is.
		if (isIPv4(address) && address !== NOBODY) return address;
	} catch (cause) {
		throw new Error(`${refusal}. Correct the name given with -n.`, { cause });
	}
	throw new Error(`${refusal}. Correct the name given with -n.`);
}

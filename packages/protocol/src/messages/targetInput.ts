/** Port that pigpiod listens on unless told otherwise. */
export const PIGPIOD_PORT = 8888;

/** Most letters that a target's name may have. */
export const LONGEST_TARGET_NAME = 40;

/** Most targets that one bridge is connected to. */
export const MOST_TARGETS = 16;

const LONGEST_HOST = 253;
const MOST_PORT = 65_535;

/** Where a pigpiod is. The host is a name or an address, IPv6 without brackets. */
export interface TargetAddress {
	readonly host: string;
	readonly port: number;
}

/** What is wrong with what was typed, for people. */
export interface TargetProblem {
	readonly problem: string;
}

/** Reads `host`, `host:port`, `[::1]`, `[::1]:port` or a bare IPv6 address. */
export function parseTargetAddress(text: string): TargetAddress | TargetProblem {
	const isBareIpv6 = /^[0-9a-fA-F]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*$/.test(text);
	const match = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]\s]+))(?::(\w*))?$/.exec(text);
	const host = isBareIpv6 ? text : (match?.[1] ?? match?.[2]);
	if (host === undefined) return { problem: "Give a host, or host:port, for example bench-pi:8888" };
	const written = isBareIpv6 ? undefined : match?.[3];
	const port = written === undefined ? PIGPIOD_PORT : written === "" ? Number.NaN : Number(written);
	const problem = hostProblem(host) ?? portProblem(port);
	return problem === undefined ? { host, port } : { problem };
}

/** `host:port`, with brackets around IPv6. */
export function formatTargetAddress({ host, port }: TargetAddress): string {
	return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

/** What is wrong with a host; undefined when nothing is. */
export function hostProblem(host: string): string | undefined {
	if (host === "") return "Give a host name or an address, for example bench-pi";
	if (host.length > LONGEST_HOST) return `A host name has up to ${LONGEST_HOST} letters`;
	if (/^[\w.-]+$/.test(host) || /^[0-9a-fA-F:.]+(%\w+)?$/.test(host)) return undefined;
	return "A host name has letters, digits, dots and hyphens only, for example bench-pi.local";
}

/** What is wrong with a port; undefined when nothing is. */
export function portProblem(port: number): string | undefined {
	if (Number.isInteger(port) && port >= 1 && port <= MOST_PORT) return undefined;
	return `A port is a whole number from 1 to ${MOST_PORT}`;
}

/** What is wrong with a name for a target; undefined when nothing is. */
export function targetNameProblem(name: string): string | undefined {
	const { length } = name.trim();
	if (length === 0) return `Give a name of 1 to ${LONGEST_TARGET_NAME} letters`;
	if (length > LONGEST_TARGET_NAME)
		return `A name has up to ${LONGEST_TARGET_NAME} letters; this has ${length}`;
	return undefined;
}

/** Where the control channel listens: a TCP port, by default of this computer only, or a Unix socket. */
export type ControlAddress = { readonly host: string; readonly port: number } | { readonly path: string };

const LOOPBACK = "127.0.0.1";
const LAST_PORT = 65_535;

/** Reads `[HOST:]PORT` or a path, which has a slash in it. @returns undefined for anything else */
export function parseControlAddress(text: string): ControlAddress | undefined {
	if (text.includes("/")) return { path: text };
	const match = /^(?:(\[[0-9a-f:.]+\]|[\w.-]+):)?(\d{1,5})$/i.exec(text);
	if (match === null) return undefined;
	const port = Number(match[2]);
	if (port > LAST_PORT) return undefined;
	return { host: match[1]?.replace(/^\[|\]$/g, "") ?? LOOPBACK, port };
}

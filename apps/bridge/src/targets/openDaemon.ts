import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { type Destination, isLoopbackName } from "@gpioscope/client";

const PATIENCE_MS = 500;

/**
 * Whether a pigpiod on this computer also accepts commands from the network: without -l it does, from anybody and as
 * root.
 */
export async function isOpenToNetwork({ host, port }: Destination): Promise<boolean> {
	if (!isLoopbackName(host)) return false;
	const open = await Promise.all(outwardAddresses().map((address) => accepts(address, port)));
	return open.includes(true);
}

/** Addresses under which other computers reach this one. */
export function outwardAddresses(): string[] {
	return Object.values(networkInterfaces())
		.flatMap((addresses) => addresses ?? [])
		.filter(({ internal, address }) => !internal && !address.startsWith("fe80"))
		.map(({ address }) => address);
}

function accepts(host: string, port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ host, port, timeout: PATIENCE_MS });
		const done = (isOpen: boolean) => {
			socket.destroy();
			resolve(isOpen);
		};
		socket.once("connect", () => done(true));
		socket.once("timeout", () => done(false));
		socket.once("error", () => done(false));
	});
}

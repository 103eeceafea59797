import { afterEach } from "vitest";
import { connect, type TcpPi as Pi } from "../Pi.ts";
import type { PiOptions } from "../PiOptions.ts";
import type { PiStatus } from "../PiStatus.ts";
import { FakePigpiod } from "./FakePigpiod.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
	for (const each of open.splice(0).reverse()) await each.close();
});

/** Closes something after the test, the newest first. */
export function closeLater<T extends { close(): Promise<void> }>(it: T): T {
	open.push(it);
	return it;
}

/** A scriptable daemon that ends with the test. */
export async function fake(port = 0, host?: string): Promise<FakePigpiod> {
	const daemon = await FakePigpiod.start(port, host);
	closeLater({ close: () => daemon.stop() });
	return daemon;
}

/** A client that ends with the test and hardly pauses between attempts to connect. */
export function client(port: number, options: PiOptions = {}): Pi {
	return closeLater(connect({ host: "127.0.0.1", port, random: () => 0.1, ...options }));
}

/** A daemon and a client that are connected. */
export async function connected(options: PiOptions = {}): Promise<{ daemon: FakePigpiod; pi: Pi }> {
	const daemon = await fake();
	const pi = client(daemon.port, options);
	await pi.connected();
	return { daemon, pi };
}

/** Resolves when the client's status is, or becomes, of that kind. */
export function until(pi: Pi, kind: PiStatus["kind"]): Promise<PiStatus> {
	if (pi.status.kind === kind) return Promise.resolve(pi.status);
	return new Promise((resolve) => {
		const stop = pi.onStatus((status) => {
			if (status.kind !== kind) return;
			stop();
			resolve(status);
		});
	});
}

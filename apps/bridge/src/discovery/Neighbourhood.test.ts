import { createSocket } from "node:dgram";
import { systemClock } from "@gpioscope/client";
import type { Neighbour } from "@gpioscope/protocol";
import { afterEach, describe, expect, it } from "vitest";
import { Neighbourhood } from "./Neighbourhood.ts";

const open: Neighbourhood[] = [];
afterEach(async () => {
	await Promise.all(open.splice(0).map((each) => each.close()));
});

/** A port for mDNS of this test alone. */
async function freePort(): Promise<number> {
	const socket = createSocket("udp4");
	await new Promise<void>((resolve) => socket.bind(0, resolve));
	const { port } = socket.address();
	await new Promise<void>((resolve) => socket.close(resolve));
	return port;
}

/** A computer without a network, as some containers are, hears not even itself. */
async function hearsItself(): Promise<boolean> {
	const group = "224.0.0.251";
	const socket = createSocket({ type: "udp4", reuseAddr: true });
	const heard = new Promise<boolean>((resolve) => {
		socket.once("message", () => resolve(true));
		socket.once("error", () => resolve(false));
		setTimeout(resolve, 2000, false);
	});
	socket.bind(0, () => {
		try {
			socket.addMembership(group);
			socket.setMulticastLoopback(true);
			socket.send("?", socket.address().port, group, (error) => error && socket.emit("error", error));
		} catch (error) {
			socket.emit("error", error);
		}
	});
	return heard.finally(() => socket.close());
}

const isDeaf = !(await hearsItself());
const why = isDeaf ? ", skipped: this computer has no multicast" : "";

async function join(mdnsPort: number, id: string, port?: number) {
	const heard: (readonly Neighbour[])[] = [];
	const neighbourhood = await Neighbourhood.join({
		id,
		name: `computer ${id}`,
		clock: systemClock,
		mdnsPort,
		onChange: (neighbours) => heard.push(neighbours),
		...(port === undefined ? {} : { port }),
	});
	open.push(neighbourhood);
	return { neighbourhood, heard };
}

describe("Neighbourhood", () => {
	it.skipIf(isDeaf)(`finds others, not itself, and misses those that go${why}`, async () => {
		const mdns = await freePort();
		const a = await join(mdns, "a", 8880);
		const b = await join(mdns, "b", 8881);
		const names = (heard: (readonly Neighbour[])[]) => heard.at(-1)?.map(({ name }) => name);
		await expect.poll(() => names(b.heard), { timeout: 5000 }).toEqual(["computer a"]);
		await expect.poll(() => names(a.heard), { timeout: 5000 }).toEqual(["computer b"]);
		expect(a.neighbourhood.neighbours[0]?.url).toMatch(/^http:\/\/[\d.]+:8881\/$/);
		await a.neighbourhood.close();
		await expect.poll(() => names(b.heard), { timeout: 5000 }).toEqual([]);
		open.splice(open.indexOf(a.neighbourhood), 1);
	});

	it.skipIf(isDeaf)(`only looks when nobody could come${why}`, async () => {
		const mdns = await freePort();
		const quiet = await join(mdns, "quiet");
		const a = await join(mdns, "a", 8880);
		await expect.poll(() => quiet.heard.length, { timeout: 5000 }).toBeGreaterThan(0);
		expect(a.heard).toEqual([]);
	});

	it("says so when there is no port to be had", async () => {
		const mdns = await freePort();
		const taken = createSocket("udp4");
		await new Promise<void>((resolve) => taken.bind(mdns, resolve));
		await expect(join(mdns, "a")).rejects.toThrow("EADDRINUSE");
		await new Promise<void>((resolve) => taken.close(resolve));
	});
});

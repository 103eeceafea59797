import { createSocket } from "node:dgram";
import type { Clock } from "@gpioscope/client";
import type { Neighbour } from "@gpioscope/protocol";
import { Bonjour, type Browser } from "bonjour-service";
import { type FoundService, neighbourOf } from "./neighbourOf.ts";

/** Service type of gpioscope, `_gpioscope._tcp`. */
const TYPE = "gpioscope";
/** Port of mDNS. */
const MDNS_PORT = 5353;
/** Who went without a good-bye is missed after at most the one and the other, ms. */
const ROUND_MS = 60_000;
const ANSWER_MS = 5000;

export interface NeighbourhoodOptions {
	/** Tells this bridge from others, itself included. */
	readonly id: string;
	/** What others call it. */
	readonly name: string;
	/** Port that others reach it on; without one it only looks for others. */
	readonly port?: number;
	readonly clock: Clock;
	/** Instead of that of mDNS. */
	readonly mdnsPort?: number;
	/** Hears all that are there, whenever one comes or goes. */
	onChange(neighbours: readonly Neighbour[]): void;
}

interface Found {
	readonly neighbour: Neighbour;
	/** The round in which it answered last. */
	readonly round: number;
}

/** Finds other gpioscopes on the local network by mDNS, and lets them find this one. */
export class Neighbourhood {
	readonly #options: NeighbourhoodOptions;
	readonly #bonjour: Bonjour;
	readonly #found = new Map<string, Found>();
	#browser: Browser | undefined;
	#round = 0;
	#cancel: () => void = () => {};

	/** @throws the error of the socket when this computer has no mDNS port to be had */
	static async join(options: NeighbourhoodOptions): Promise<Neighbourhood> {
		// The library ends the process when it cannot bind, so that is tried before.
		await tryBinding(options.mdnsPort ?? MDNS_PORT);
		return new Neighbourhood(options);
	}

	private constructor(options: NeighbourhoodOptions) {
		this.#options = options;
		// An answer that cannot be sent, as while the network is away, is given to the next who asks.
		this.#bonjour = new Bonjour({ port: options.mdnsPort ?? MDNS_PORT }, () => {});
		const { id, name, port } = options;
		// The instance's name must be unique on the network; what people see need not be.
		if (port !== undefined) {
			this.#bonjour.publish({ name: `gpioscope ${id}`, type: TYPE, port, txt: { id, name }, probe: false });
		}
		this.#look();
	}

	/** Those found so far, by name. */
	get neighbours(): readonly Neighbour[] {
		return [...this.#found.values()]
			.map(({ neighbour }) => neighbour)
			.sort((a, b) => a.name.localeCompare(b.name));
	}

	/** Says good-bye to the others. */
	async close(): Promise<void> {
		this.#cancel();
		this.#browser?.stop();
		await new Promise<void>((resolve) => this.#bonjour.unpublishAll(() => resolve()));
		await new Promise<void>((resolve) => this.#bonjour.destroy(() => resolve()));
	}

	/** Asks all anew: the library itself never forgets those that went without a good-bye. */
	#look(): void {
		const round = ++this.#round;
		this.#browser?.stop();
		const browser = this.#bonjour.find({ type: TYPE });
		browser.on("up", (service: FoundService & { readonly fqdn: string }) => {
			const neighbour = neighbourOf(service, this.#options.id);
			if (neighbour !== undefined) this.#change(() => this.#found.set(service.fqdn, { neighbour, round }));
		});
		browser.on("down", ({ fqdn }: { readonly fqdn: string }) => this.#change(() => this.#found.delete(fqdn)));
		this.#browser = browser;
		this.#cancel = this.#options.clock.after(ANSWER_MS, () => {
			this.#change(() => {
				for (const [fqdn, found] of this.#found) if (found.round < round) this.#found.delete(fqdn);
			});
			this.#cancel = this.#options.clock.after(ROUND_MS, () => this.#look());
		});
	}

	#change(change: () => void): void {
		const before = JSON.stringify(this.neighbours);
		change();
		if (JSON.stringify(this.neighbours) !== before) this.#options.onChange(this.neighbours);
	}
}

function tryBinding(port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const socket = createSocket({ type: "udp4", reuseAddr: true });
		socket.once("error", reject);
		socket.bind(port, () => socket.close(() => resolve()));
	});
}

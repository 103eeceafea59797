import { FakePigpiod } from "@gpioscope/client/testing";
import type { Config } from "../config.ts";
import { type Bridge, createBridge, type Listening } from "../createBridge.ts";
import { TestViewer } from "./TestViewer.ts";
import { testConfig } from "./testConfig.ts";

/** Everything a test opened, closed again in reverse order. */
export class TestBench {
	readonly #open: { close(): Promise<void> }[] = [];

	/** A bridge that listens and is connected to its pigpiod. */
	async bridge(overrides: Partial<Config> = {}): Promise<{ bridge: Bridge; at: Listening }> {
		const bridge = await createBridge(testConfig(overrides));
		this.#open.push(bridge);
		const at = await bridge.listen();
		await bridge.target.pi.connected();
		return { bridge, at };
	}

	/** A scriptable pigpiod, and a bridge before it. */
	async fake(
		port = 0,
		overrides: Partial<Config> = {},
	): Promise<{ daemon: FakePigpiod; bridge: Bridge; at: Listening }> {
		const daemon = await this.daemon(port);
		const destination = { host: "127.0.0.1", port: daemon.port };
		return { daemon, ...(await this.bridge({ source: { kind: "pi", destination }, ...overrides })) };
	}

	async daemon(port = 0): Promise<FakePigpiod> {
		const daemon = await FakePigpiod.start(port);
		this.#open.push({ close: () => daemon.stop() });
		return daemon;
	}

	/** Something else to be closed in its turn. */
	add(closable: { close(): Promise<void> }): void {
		this.#open.push(closable);
	}

	/** A viewer that has been greeted. */
	async viewer(at: Listening): Promise<TestViewer> {
		const viewer = await TestViewer.join(at);
		this.#open.push(viewer);
		return viewer;
	}

	async close(): Promise<void> {
		for (const each of this.#open.splice(0).reverse()) await each.close();
	}
}

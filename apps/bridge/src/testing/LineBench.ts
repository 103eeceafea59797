import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LineServerConfig } from "../lines/LineServer.ts";
import { LineClient } from "./LineClient.ts";
import { TestBench } from "./TestBench.ts";

/** What a test opens around a line server, whose socket lies in a folder of its own. */
export class LineBench extends TestBench {
	/** Where the socket is, or may be made. */
	socket = "";
	#folder = "";

	/** To be called before each test. */
	async begin(): Promise<void> {
		this.#folder = await mkdtemp(join(tmpdir(), "gpioscope-lines-"));
		this.socket = join(this.#folder, "s");
	}

	/** The line server's part of a bridge's configuration. */
	lines(more: Partial<LineServerConfig> = {}): LineServerConfig {
		return { socket: this.socket, dialect: "gpiod", ...more };
	}

	async connect(): Promise<LineClient> {
		const client = await LineClient.connect(this.socket);
		this.add(client);
		return client;
	}

	override async close(): Promise<void> {
		await super.close();
		await rm(this.#folder, { recursive: true });
	}
}

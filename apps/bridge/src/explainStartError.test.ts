import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { createBridge } from "./createBridge.ts";
import { explainStartError } from "./explainStartError.ts";
import { testConfig } from "./testing/testConfig.ts";

async function failureOf(config: Parameters<typeof testConfig>[0]): Promise<string> {
	const bridge = await createBridge(testConfig(config));
	try {
		await bridge.listen();
		return "it listens";
	} catch (error) {
		return explainStartError(error);
	} finally {
		await bridge.close();
	}
}

describe("explainStartError", () => {
	it("names a port that is in use, and another to try", async () => {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
		const { port } = server.address() as { port: number };
		try {
			const text = await failureOf({ port, listenHost: "127.0.0.1" });
			expect(text).toContain(`Port ${port} is in use`);
			expect(text).toContain(`--port ${port + 1}`);
		} finally {
			server.close();
		}
	});

	it("says that an address is not this computer's", async () => {
		expect(await failureOf({ listenHost: "192.0.2.1" })).toBe(
			"This computer has no address 192.0.2.1. Check --listen.",
		);
	});

	it("passes on what it does not know", () => {
		expect(explainStartError(new Error("odd"))).toBe("odd");
		expect(explainStartError("odd")).toBe("odd");
	});
});

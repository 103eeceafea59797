import { PigpioError } from "@gpioscope/protocol";
import { expect, it } from "vitest";
import { MemoryTransport } from "../../testing/MemoryTransport.ts";
import { Pi } from "../Pi.ts";

const INITIALISING = 0;
const HALTED = 1;
const RUNNING = 2;

/** A daemon whose script is in these states, one after the other. */
function bench(states: number[]) {
	const transport = new MemoryTransport();
	transport.connect();
	transport.script = ({ name }) => {
		if (name === "storeScript") return 6;
		const state = states.length > 1 ? states.shift() : states[0];
		return name === "getScriptStatus" ? { state, params: [1, 2] } : undefined;
	};
	return { transport, pi: new Pi(transport), names: () => transport.given.map(({ name }) => name) };
}

it("can be run as soon as it is made", async () => {
	const { transport, pi, names } = bench([INITIALISING, INITIALISING, HALTED]);
	await using script = await pi.makeScript("w 4 1");
	expect(names()).toEqual(["storeScript", "getScriptStatus", "getScriptStatus", "getScriptStatus"]);
	await script.run([7]);
	await script.update([8]);
	await script.stop();
	expect(transport.given.slice(-3).map(({ name, args }) => [name, args])).toEqual([
		["runScript", { script: 6, params: [7] }],
		["updateScript", { script: 6, params: [8] }],
		["stopScript", { script: 6 }],
	]);
});

it("tells its state by name, and when it has halted", async () => {
	const { pi } = bench([HALTED, RUNNING, RUNNING, HALTED]);
	const script = await pi.makeScript("mics 5");
	expect(await script.status()).toEqual({ state: "running", params: [1, 2] });
	expect(await script.waitUntilHalted({ intervalMs: 0 })).toEqual({ state: "halted", params: [1, 2] });
});

it("says when the wait was in vain", async () => {
	const { pi } = bench([HALTED, RUNNING]);
	const script = await pi.makeScript("mics 5");
	expect(await script.waitUntilHalted({ intervalMs: 1, timeoutMs: 2 })).toBeUndefined();
	const waiting = script.waitUntilHalted({ signal: AbortSignal.abort(new Error("enough")) });
	await expect(waiting).rejects.toThrow("enough");
});

it("is deleted with its scope, or if it cannot be made ready", async () => {
	const { transport, pi, names } = bench([HALTED]);
	{
		await using _script = await pi.makeScript("w 4 1");
	}
	expect(names().at(-1)).toBe("deleteScript");
	transport.script = ({ name }) => (name === "getScriptStatus" ? new PigpioError(name, -48) : undefined);
	await expect(pi.makeScript("w 4 1")).rejects.toThrow(PigpioError);
	expect(names().at(-1)).toBe("deleteScript");
});

import { starterDocument, type WavePulse } from "@gpioscope/logic";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type WaveDaemon, WavePlayer } from "./WavePlayer.ts";

/** A daemon that notes what it is asked. */
class NotedDaemon implements WaveDaemon {
	readonly asked: string[] = [];
	pulses: readonly WavePulse[] = [];
	current = 3;
	refusal: Error | undefined;
	async createWave(pulses: readonly WavePulse[]) {
		this.asked.push("create");
		this.pulses = pulses;
		return { wave: 3 };
	}
	async sendWave(wave: number, isRepeated: boolean) {
		this.asked.push(`send ${wave}${isRepeated ? " repeated" : ""}`);
		if (this.refusal !== undefined) throw this.refusal;
	}
	async stopWave() {
		this.asked.push("stop");
	}
	async deleteWave(wave: number) {
		this.asked.push(`delete ${wave}`);
	}
	async currentWave() {
		return this.current;
	}
	async makeOutput(gpio: number) {
		this.asked.push(`output ${gpio}`);
	}
}

const document = starterDocument("s");

describe("WavePlayer", () => {
	beforeEach(() => {
		vi.useFakeTimers();
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	it("plays once, notices the end and deletes the wave", async () => {
		const daemon = new NotedDaemon();
		const player = new WavePlayer(daemon);
		await player.play(document, false, [23]);
		expect(player.store.getState().kind).toBe("playing");
		expect(daemon.pulses).toHaveLength(9);
		daemon.current = 9999;
		await vi.advanceTimersByTimeAsync(50);
		expect(player.store.getState()).toEqual({ kind: "idle", note: "Played once", hasPlayed: true });
		expect(daemon.asked).toEqual(["output 23", "create", "send 3", "delete 3"]);
	});

	it("repeats until it is stopped", async () => {
		const daemon = new NotedDaemon();
		const player = new WavePlayer(daemon);
		await player.play(document, true);
		await vi.advanceTimersByTimeAsync(5_000);
		expect(player.store.getState().kind).toBe("playing");
		await player.stop();
		expect(daemon.asked).toEqual(["create", "send 3 repeated", "stop", "delete 3"]);
		await vi.advanceTimersByTimeAsync(5_000);
		expect(player.store.getState().kind).toBe("idle");
	});

	it("notices that somebody else took over", async () => {
		const daemon = new NotedDaemon();
		const player = new WavePlayer(daemon);
		await player.play(document, true);
		daemon.current = 7;
		await vi.advanceTimersByTimeAsync(600);
		expect(player.store.getState()).toMatchObject({ kind: "idle", note: "Replaced by another wave" });
	});

	it("deletes a wave that could not be sent and says why", async () => {
		const daemon = new NotedDaemon();
		daemon.refusal = Object.assign(new Error("pigpiod is gone."), { remedy: "Start it." });
		const player = new WavePlayer(daemon);
		await player.play(document, false);
		expect(player.store.getState()).toEqual({
			kind: "failed",
			message: "pigpiod is gone.",
			remedy: "Start it.",
		});
		expect(daemon.asked.at(-1)).toBe("delete 3");
	});

	it("tells when somebody else's wave is being sent", async () => {
		const daemon = new NotedDaemon();
		const player = new WavePlayer(daemon);
		expect(await player.isTaken()).toBe(true);
		daemon.current = 9999;
		expect(await player.isTaken()).toBe(false);
	});
});

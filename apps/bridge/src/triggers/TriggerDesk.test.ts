import type { ServerMessage } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import { BlockRing } from "../targets/BlockRing.ts";
import { TriggerDesk } from "./TriggerDesk.ts";

describe("TriggerDesk", () => {
	it("ends watching and says so when a block cannot be read, and never throws into the flow of blocks", () => {
		const ring = new BlockRing();
		const news: ServerMessage[] = [];
		const faults: unknown[] = [];
		const due: (() => void)[] = [];
		const desk = new TriggerDesk({
			target: "pi",
			ring,
			clock: {
				now: () => 0,
				after: (_ms, run) => {
					due.push(run);
					return () => undefined;
				},
			},
			onNews: (message) => news.push(message),
			onFault: (error) => faults.push(error),
		});
		const condition = { kind: "lines", lines: { 4: "rising" } } as const;
		const stages = [{ condition, count: 1 }];
		desk.set([{ number: 1, name: "", enabled: true, stages, action: { kind: "count" } }]);
		expect(news.at(-1)).toMatchObject({ op: "triggers", triggers: [{ phase: "armed" }] });
		const place = { target: 0, epoch: 1, number: 0, baseTime: 0, endTime: 1, firstLevel: 0, changes: 0 };
		ring.push({ ...place, bytes: new Uint8Array(64) });
		desk.blockReady();
		for (const run of due) run();
		expect(faults).toHaveLength(1);
		expect(news.at(-1)).toMatchObject({ op: "triggers", triggers: [] });
	});
});

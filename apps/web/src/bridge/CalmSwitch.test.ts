import { expect, it } from "vitest";
import { CalmSwitch } from "./CalmSwitch.ts";
import type { ToWorker } from "./workerMessages.ts";

it("is calm while any cause holds, and says only what changes", () => {
	const posted: ToWorker[] = [];
	const calm = new CalmSwitch({ post: (message) => posted.push(message) });
	calm.set("still", false);
	calm.set("still", true);
	calm.set("hidden", true);
	calm.set("still", false);
	calm.set("hidden", false);
	expect(posted).toEqual([
		{ kind: "calm", isCalm: true },
		{ kind: "calm", isCalm: false },
	]);
});

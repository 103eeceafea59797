import { beforeEach, expect, it } from "vitest";
import { promptStore, recall, remember, typeLine } from "./promptStore.ts";

const line = () => promptStore.getState().line;

beforeEach(() => {
	promptStore.setState({ history: [], recalled: 0 });
	for (const each of ["r 4", "r 5", "r 6"]) remember(each);
});

it("fetches older lines and gives back what was being typed", () => {
	typeLine("w 18");
	const seen = [1, 1, 1, 1, -1, -1, -1, -1].map((step) => {
		recall(step as 1 | -1);
		return line();
	});
	expect(seen).toEqual(["r 6", "r 5", "r 4", "r 4", "r 5", "r 6", "w 18", "w 18"]);
});

it("remembers a line once, as the newest", () => {
	remember("r 4");
	expect(promptStore.getState().history).toEqual(["r 5", "r 6", "r 4"]);
	typeLine("");
	recall(1);
	expect(line()).toBe("r 4");
});

import { afterEach, expect, it } from "vitest";
import { TestBench } from "../testing/TestBench.ts";

const bench = new TestBench();
afterEach(() => bench.close());

it("a question that nothing has come in for is not logged, unless it fails", async () => {
	const { at } = await bench.bridge();
	const viewer = await bench.viewer(at);
	await viewer.subscribe();
	await viewer.call("openBitBangSerial", { gpio: 24, baud: 9600, dataBits: 8 });
	expect(await viewer.call("readBitBangSerial", { gpio: 24, count: 100 })).toMatchObject({ op: "result" });
	await viewer.call("closeBitBangSerial", { gpio: 24 });
	await viewer.call("readBitBangSerial", { gpio: 24, count: 100 });
	const failed = await viewer.hear("log", ({ entry }) => entry.error !== undefined);
	expect(failed.entry).toMatchObject({ pigs: "slr 24 100", error: { pigpioName: "PI_NOT_SERIAL_GPIO" } });
	const logged = viewer.messages.flatMap((message) => (message.op === "log" ? [message.entry.pigs] : []));
	expect(logged).toEqual(["slro 24 9600 8", "slrc 24", "slr 24 100"]);
});

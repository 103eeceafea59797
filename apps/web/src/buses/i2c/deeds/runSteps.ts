import { describeTransaction, hexText, type TransactionStep } from "@gpioscope/logic";
import { beginWindow } from "../../lineWindow.ts";
import { linkOf } from "../link/linkOf.ts";
import { type I2cBus, linesOf } from "../model/i2cBus.ts";
import { i2cStore } from "../state/i2cStore.ts";
import { perform } from "./perform.ts";

/** Runs a transaction for the device on view. */
export function runSteps(
	bus: I2cBus,
	address: number,
	steps: readonly TransactionStep[],
	byItself = false,
): Promise<boolean> {
	return perform(
		{ text: `zip ${hexText(address)}: ${describeTransaction(steps)}`, byItself },
		async (send) => {
			const link = linkOf(bus, send);
			const bytes = await noteResult(bus, address, registerOf(steps), () => link.run(address, steps));
			return bytes.length === 0 ? "ok" : `${bytes.length} ${bytes.length === 1 ? "byte" : "bytes"}`;
		},
	);
}

/** The register that is read, where a transaction writes one and then reads from there. */
function registerOf(steps: readonly TransactionStep[]): number | undefined {
	const spoken = steps.filter(({ kind }) => kind !== "stop");
	const [first, second] = spoken;
	if (spoken.length !== 2 || first?.kind !== "write" || second?.kind !== "read") return undefined;
	return first.bytes.length === 1 ? first.bytes[0] : undefined;
}

/** Notes what an exchange answered, how long it took and when it was on the lines. */
export async function noteResult(
	bus: I2cBus,
	address: number,
	register: number | undefined,
	exchange: () => Promise<Uint8Array>,
): Promise<Uint8Array> {
	const lines = linesOf(bus);
	const endWindow = lines && beginWindow([lines.sda, lines.scl]);
	const began = performance.now();
	const bytes = await exchange();
	const milliseconds = performance.now() - began;
	i2cStore.setState({ result: { bytes, register, address, milliseconds, window: endWindow?.() } });
	return bytes;
}

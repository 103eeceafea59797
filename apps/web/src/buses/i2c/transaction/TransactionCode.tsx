import { segmentsOf, type TransactionStep } from "@gpioscope/logic";
import type { Invocation } from "@gpioscope/protocol";
import { SameInCode } from "../../../panels/code/SameInCode.tsx";
import { busKey, deviceKey, type I2cBus } from "../model/i2cBus.ts";
import { useI2c } from "../state/useI2c.ts";

interface Props {
	readonly bus: I2cBus;
	readonly address: number;
	readonly steps: readonly TransactionStep[];
}

/** What running the steps sends. A device that is not open yet is opened and closed around it. */
export function TransactionCode({ bus, address, steps }: Props) {
	const open = useI2c((state) => state.handles[deviceKey(bus, address)]);
	const isPortOpen = useI2c((state) => state.ports[busKey(bus)] !== undefined);
	return <SameInCode calls={callsOf(bus, address, steps, open?.handle, isPortOpen)} />;
}

function callsOf(
	bus: I2cBus,
	address: number,
	steps: readonly TransactionStep[],
	openHandle: number | undefined,
	isPortOpen: boolean,
): readonly Invocation[] {
	if (bus.kind === "bitBang") {
		const { sda, scl, baud } = bus;
		const segments = segmentsOf([{ kind: "address", address }, ...steps], "bitBang");
		const run: Invocation = { name: "runBitBangI2c", args: { sda, segments } };
		return isPortOpen ? [run] : [{ name: "openBitBangI2c", args: { sda, scl, baud } }, run];
	}
	// The daemon gives the lowest free handle.
	const handle = openHandle ?? 0;
	const run: Invocation = {
		name: "runI2cSegments",
		args: { handle, segments: segmentsOf(steps, "controller") },
	};
	if (openHandle !== undefined) return [run];
	return [
		{ name: "openI2c", args: { bus: bus.number, address, flags: 0 } },
		run,
		{ name: "closeI2c", args: { handle } },
	];
}

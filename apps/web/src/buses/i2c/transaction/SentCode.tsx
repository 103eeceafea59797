import { segmentsOf, type TransactionStep } from "@gpioscope/logic";
import type { Invocation } from "@gpioscope/protocol";
import { useMemo } from "react";
import { SameInCode } from "../../../panels/code/SameInCode.tsx";
import { busKey, deviceKey, type I2cBus, playerOf } from "../model/i2cBus.ts";
import { readDrafts } from "../model/stepDrafts.ts";
import { useAddress, useBus, useI2c } from "../state/useI2c.ts";

/** What the chosen deed sent; without one what the transaction would send, with a device opened and closed around it. */
export function SentCode() {
	const bus = useBus();
	const address = useAddress();
	const drafts = useI2c((state) => state.drafts);
	const deed = useI2c((state) => state.deeds.find(({ id }) => id === state.deedOnView));
	const open = useI2c((state) =>
		address === undefined ? undefined : state.handles[deviceKey(bus, address)],
	);
	const isPortOpen = useI2c((state) => state.ports[busKey(bus)] !== undefined);
	const planned = useMemo(() => {
		const reading = readDrafts(drafts, playerOf(bus));
		if (!reading.ok || address === undefined) return [];
		return callsOf(bus, address, reading.steps, open?.handle, isPortOpen);
	}, [drafts, bus, address, open, isPortOpen]);
	if (deed !== undefined) return <SameInCode title={`Same in code: ${deed.text}`} calls={deed.calls} />;
	return (
		<SameInCode
			title="Same in code: the transaction"
			calls={planned}
			empty="Choose a device, and complete the steps."
		/>
	);
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

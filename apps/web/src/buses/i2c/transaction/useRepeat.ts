import { useEffect, useRef, useState } from "react";
import { useActBar } from "../../../stores/actBar.ts";
import { runSteps } from "../deeds/runSteps.ts";
import type { I2cBus } from "../model/i2cBus.ts";
import type { ReadDrafts } from "../model/stepDrafts.ts";
import { i2cStore } from "../state/i2cStore.ts";
import { useIsReady } from "../state/useCanUse.ts";

const PERIOD_MS = 1000;

/** Running a transaction again and again while it is on view; it ends with the first error. */
export function useRepeat(
	bus: I2cBus,
	address: number | undefined,
	drafts: ReadDrafts,
): { readonly isOn: boolean; readonly canBe: boolean; readonly set: (isOn: boolean) => void } {
	const [isWanted, setWanted] = useState(false);
	const isReady = useIsReady();
	const canBe = useActBar() === undefined && isReady && address !== undefined && drafts.ok;
	const isOn = isWanted && canBe;
	// What is typed meanwhile is what runs next.
	const newest = useRef(drafts);
	newest.current = drafts;
	useEffect(() => {
		if (!isOn || address === undefined) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let isOver = false;
		const run = async (): Promise<void> => {
			const { current } = newest;
			if (current.ok) await runSteps(bus, address, current.steps, true);
			if (isOver) return;
			if (i2cStore.getState().problem !== undefined) setWanted(false);
			else timer = setTimeout(() => void run(), PERIOD_MS);
		};
		void run();
		return () => {
			isOver = true;
			clearTimeout(timer);
		};
	}, [isOn, bus, address]);
	return { isOn, canBe, set: setWanted };
}

import { useEffect, useState } from "react";
import { useActBar } from "../../../stores/actBar.ts";
import { readDevice } from "../deeds/readDevice.ts";
import type { I2cBus } from "../model/i2cBus.ts";
import { i2cStore } from "../state/i2cStore.ts";
import { useIsReady } from "../state/useCanUse.ts";

const PERIOD_MS = 1000;

/** Reading a device again and again while it is on view; it ends with the first error. */
export function useReadEverySecond(
	bus: I2cBus,
	address: number,
): { readonly isOn: boolean; readonly canBe: boolean; readonly set: (isOn: boolean) => void } {
	const [isWanted, setWanted] = useState(false);
	const isReady = useIsReady();
	const canBe = useActBar() === undefined && isReady;
	const isOn = isWanted && canBe;
	useEffect(() => {
		if (!isOn) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let isOver = false;
		const read = async (): Promise<void> => {
			await readDevice(bus, address, true);
			if (isOver) return;
			if (i2cStore.getState().problem !== undefined) setWanted(false);
			else timer = setTimeout(() => void read(), PERIOD_MS);
		};
		void read();
		return () => {
			isOver = true;
			clearTimeout(timer);
		};
	}, [isOn, bus, address]);
	return { isOn, canBe, set: setWanted };
}

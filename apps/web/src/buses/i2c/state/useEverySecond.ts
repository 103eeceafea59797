import { useEffect, useRef, useState } from "react";
import { useActBar } from "../../../stores/actBar.ts";
import { i2cStore } from "./i2cStore.ts";
import { useIsReady } from "./useCanUse.ts";

const PERIOD_MS = 1000;

interface EverySecond {
	readonly isOn: boolean;
	readonly canBe: boolean;
	readonly set: (isOn: boolean) => void;
}

/**
 * Doing something again and again while it is on view. It ends with the first error, and with another subject: what was
 * meant for one device is not done to the next.
 * @param subject tells what it is done to; undefined where there is nothing
 */
export function useEverySecond(subject: string | undefined, act: () => Promise<unknown>): EverySecond {
	const [wanted, setWanted] = useState<string>();
	const isReady = useIsReady();
	const canBe = useActBar() === undefined && isReady && subject !== undefined;
	const isOn = canBe && wanted === subject;
	const newest = useRef(act);
	newest.current = act;
	useEffect(() => {
		if (!isOn) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let isOver = false;
		const run = async (): Promise<void> => {
			await newest.current();
			if (isOver) return;
			if (i2cStore.getState().problem !== undefined) setWanted(undefined);
			else timer = setTimeout(() => void run(), PERIOD_MS);
		};
		void run();
		return () => {
			isOver = true;
			clearTimeout(timer);
		};
	}, [isOn]);
	return { isOn, canBe, set: (isWanted) => setWanted(isWanted ? subject : undefined) };
}

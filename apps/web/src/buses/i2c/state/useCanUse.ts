import { useActBar } from "../../../stores/actBar.ts";
import { useI2c } from "./useI2c.ts";

/** Whether the bus can be used from here now: armed, connected, and nothing else under way. */
export function useCanUse(): boolean {
	const bar = useActBar();
	return useI2c((state) => state.running === undefined) && bar === undefined;
}

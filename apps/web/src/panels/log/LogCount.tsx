import { useLog } from "../../stores/logStore.ts";

/** How many commands the log holds. */
export function LogCount() {
	return <>{useLog().length}</>;
}

import { notifications } from "@mantine/notifications";
import { connectionStore } from "../stores/connectionStore.ts";

/** Says once, at the bottom right, what changed about the connection and is not seen elsewhere. */
export function startConnectionNotices(): () => void {
	let greeted = false;
	return connectionStore.subscribe(({ target }, before) => {
		if (target === undefined) return;
		if (!greeted && target.simulated) {
			notifications.show({
				message: "This is a simulated Pi: no real pin is read. The target menu says how to connect one.",
			});
		}
		greeted = true;
		const { state } = target;
		const earlier = before.target?.state;
		const epochBefore = earlier !== undefined && "epoch" in earlier ? earlier.epoch : lastEpoch;
		if (epochBefore !== undefined) lastEpoch = epochBefore;
		if (state.kind === "live" && epochBefore !== undefined && epochBefore !== state.epoch) {
			lastEpoch = state.epoch;
			notifications.show({ message: "pigpiod restarted. The gap is marked; earlier data is kept." });
		}
	});
}

/** The epoch seen last, kept while the target is disconnected and has none. */
let lastEpoch: number | undefined;

import { notifications } from "@mantine/notifications";
import { showError } from "../actions/showError.ts";
import { connectionStore } from "../stores/connectionStore.ts";

/** Says once, at the bottom right, what changed about the connection and is not seen elsewhere. */
export function startConnectionNotices(): () => void {
	let greeted = false;
	// Kept while the target is disconnected and has none; a bridge that restarted counts epochs anew.
	let last: { readonly sessionId: string | undefined; readonly epoch: number } | undefined;
	return connectionStore.subscribe(({ target, wanted, sessionId, fault }, before) => {
		if (fault !== undefined && fault !== before.fault) showError("Captured data", new Error(fault));
		if (target === undefined) return;
		if (!greeted && wanted !== undefined && wanted !== target.id) {
			notifications.show({
				message: `gpioscope has no Pi "${wanted}" any more. This is ${target.name}.`,
			});
		}
		if (!greeted && target.simulated) {
			notifications.show({
				message: "This is a simulated Pi: no real pin is read. The target menu says how to connect one.",
			});
		}
		greeted = true;
		if (target.state.kind !== "live") return;
		const { epoch } = target.state;
		if (last !== undefined && last.sessionId === sessionId && last.epoch !== epoch) {
			notifications.show({ message: "pigpiod restarted. The gap is marked; earlier data is kept." });
		}
		last = { sessionId, epoch };
	});
}

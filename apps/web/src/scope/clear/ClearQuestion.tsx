import { Button, Group, Modal } from "@mantine/core";
import { useStore } from "zustand";
import { captureStore } from "../../bridge/index.ts";
import { countText } from "../minimap/countText.ts";
import { scopeStore } from "../scopeStore.ts";
import { clearCapture, clearStore } from "./clearActions.ts";

/** Asks before everything captured is gone. */
export function ClearQuestion() {
	const isAsking = useStore(clearStore, (state) => state.isAsking);
	const changes = useStore(captureStore, (state) => countText(state.changes));
	const markers = useStore(scopeStore, (state) => Object.keys(state.cursors).length + state.named.length);
	const keep = (): void => clearStore.setState({ isAsking: false });
	return (
		<Modal opened={isAsking} onClose={keep} title="Clear all that was captured?" centered>
			<p>
				{changes} changes{markers === 0 ? "" : ` and ${markers} ${markers === 1 ? "marker" : "markers"}`} go.
				Recording goes on.
			</p>
			<Group justify="flex-end" gap="xs" mt="md">
				<Button variant="default" onClick={keep}>
					Keep
				</Button>
				<Button color="red" data-autofocus onClick={clearCapture}>
					Clear
				</Button>
			</Group>
		</Modal>
	);
}

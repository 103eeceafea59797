import { createStore } from "zustand/vanilla";

interface PanelState {
	readonly isOpen: boolean;
	/** The trigger whose editor is shown instead of the list. */
	readonly editing: number | undefined;
}

/** The panel with the triggers: a popover of the header, on a phone a sheet. */
export const panelStore = createStore<PanelState>()(() => ({ isOpen: false, editing: undefined }));

/** Opens the panel with its list, or with the editor of a trigger. */
export function openTriggers(editing?: number): void {
	panelStore.setState({ isOpen: true, editing });
}

export function closeTriggers(): void {
	panelStore.setState({ isOpen: false, editing: undefined });
}

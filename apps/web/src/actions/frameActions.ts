import { Keyboard, Lock, PanelBottom, PanelRight, Search, SunMoon } from "lucide-react";
import { focusRegion } from "../frame/regions.ts";
import { connectionStore } from "../stores/connectionStore.ts";
import { isArmed, openDrawer, setArmed, toggleInspector, uiStore } from "../stores/uiStore.ts";
import { toggleColorScheme } from "../theme/colorScheme.ts";
import { defineAction } from "./defineAction.ts";
import { palette } from "./palette.ts";
import { paneActions } from "./paneActions.ts";
import { releaseAll } from "./releaseAll.tsx";

/** Lets the page change pins, or takes that back. */
export const toggleArmed = defineAction({
	id: "arm",
	label: "Arm or go back to view only",
	icon: Lock,
	shortcuts: ["alt+A"],
	enabled: () => connectionStore.getState().role !== "viewer",
	run: () => setArmed(!isArmed()),
});

export const foldDrawer = defineAction({
	id: "drawer",
	label: "Show or fold the drawer",
	icon: PanelBottom,
	shortcuts: ["mod+J"],
	run: () => {
		const { view, drawerOpen } = uiStore.getState();
		openDrawer(view, !drawerOpen[view]);
	},
});

export const showKeys = defineAction({
	id: "keys",
	label: "Show the keys",
	icon: Keyboard,
	shortcuts: ["?"],
	run: () => uiStore.setState({ keysOpen: true }),
});

export const openPalette = defineAction({
	id: "palette",
	label: "Search or run",
	icon: Search,
	shortcuts: ["mod+K"],
	hidden: true,
	run: () => palette.toggle(),
});

/** What belongs to the frame rather than to a view. */
export const frameActions = [
	openPalette,
	toggleArmed,
	releaseAll,
	defineAction({
		id: "inspector",
		label: "Show or hide the inspector",
		icon: PanelRight,
		shortcuts: ["mod+I"],
		run: toggleInspector,
	}),
	foldDrawer,
	...paneActions,
	defineAction({
		id: "nextRegion",
		label: "Go to the next part of the page",
		shortcuts: ["F6"],
		hidden: true,
		run: () => focusRegion(1),
	}),
	defineAction({
		id: "previousRegion",
		label: "Go to the previous part of the page",
		shortcuts: ["shift+F6"],
		hidden: true,
		run: () => focusRegion(-1),
	}),
	defineAction({
		id: "theme",
		label: "Switch between light and dark",
		icon: SunMoon,
		run: toggleColorScheme,
	}),
	showKeys,
];

import { notifications } from "@mantine/notifications";
import { Keyboard, Lock, OctagonX, PanelBottom, PanelRight, Search, SunMoon } from "lucide-react";
import { bridge } from "../bridge/index.ts";
import { focusRegion } from "../frame/regions.ts";
import { connectionStore } from "../stores/connectionStore.ts";
import { isArmed, openDrawer, setArmed, toggleInspector, uiStore } from "../stores/uiStore.ts";
import { toggleColorScheme } from "../theme/colorScheme.ts";
import { defineAction } from "./defineAction.ts";
import { palette } from "./palette.ts";
import { showError } from "./showError.ts";

/** Lets the page change pins, or takes that back. */
export const toggleArmed = defineAction({
	id: "arm",
	label: "Arm or go back to view only",
	icon: Lock,
	shortcuts: ["alt+A"],
	enabled: () => connectionStore.getState().role !== "viewer",
	run: () => setArmed(!isArmed()),
});

/** Stops what this session started; works in view only as well, and asks nothing. */
export const releaseAll = defineAction({
	id: "releaseAll",
	label: "Release all",
	summary: "Stops the PWM, servos and waves this page started and gives its pins back their modes.",
	icon: OctagonX,
	shortcuts: ["shift+Escape"],
	run: () => {
		bridge.releaseAll().then(
			({ pins, waves, scripts }) => notifications.show({ message: releasedText(pins, waves, scripts) }),
			(error: unknown) => showError("Release all", error),
		);
	},
});

function releasedText(pins: number, waves: number, scripts: number): string {
	const count = (n: number, word: string): string[] => (n === 0 ? [] : [`${n} ${word}${n === 1 ? "" : "s"}`]);
	const parts = [...count(pins, "pin"), ...count(waves, "wave"), ...count(scripts, "script")];
	if (parts.length === 0) return "Nothing to release: this page has started nothing since it opened.";
	return `Released ${parts.join(", ")}.`;
}

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

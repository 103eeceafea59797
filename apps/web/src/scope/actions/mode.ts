import { ChevronsDown, ChevronsUp, Gauge, Pause, Play, Repeat } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { playFrom } from "../mainViewport.ts";
import { playStore, setSpeed, stepSpeed } from "../play/playStore.ts";
import { scopeStore } from "../scopeStore.ts";
import { REAL_SPEED } from "../view/playback.ts";

const isPlaying = (): boolean => scopeStore.getState().mode === "play";

export const liveOrPause = defineAction({
	id: "scope.live",
	label: "Live or pause",
	icon: Pause,
	shortcuts: ["Space"],
	run: () => {
		const { mode, live, pause } = scopeStore.getState();
		if (mode === "paused") live();
		else pause();
	},
});

export const playFromHere = defineAction({
	id: "scope.play",
	label: "Play from here; again: pause",
	icon: Play,
	shortcuts: ["shift+Space"],
	run: () => {
		if (isPlaying()) scopeStore.getState().pause();
		else playFrom();
	},
});

export const playFaster = defineAction({
	id: "scope.playFaster",
	label: "Play twice as fast",
	icon: ChevronsUp,
	shortcuts: ["PageUp"],
	enabled: isPlaying,
	run: () => stepSpeed(-1),
});

export const playSlower = defineAction({
	id: "scope.playSlower",
	label: "Play half as fast",
	icon: ChevronsDown,
	shortcuts: ["PageDown"],
	enabled: isPlaying,
	run: () => stepSpeed(1),
});

export const playReal = defineAction({
	id: "scope.playReal",
	label: "Play at the speed it happened",
	icon: Gauge,
	shortcuts: ["Home"],
	enabled: isPlaying,
	run: () => setSpeed(REAL_SPEED),
});

/** Following the newest data, standing still, or playing what was captured. */
export const modeActions = [
	liveOrPause,
	playFromHere,
	playFaster,
	playSlower,
	playReal,
	defineAction({
		id: "scope.playLoop",
		label: "Loop what is played, or stop at the end",
		icon: Repeat,
		run: () => playStore.setState(({ loop }) => ({ loop: !loop })),
	}),
];

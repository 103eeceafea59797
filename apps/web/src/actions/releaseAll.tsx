import type { PinFacts, Released } from "@gpioscope/protocol";
import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { OctagonX } from "lucide-react";
import { bridge, captureStore } from "../bridge/index.ts";
import { pinsStore } from "../stores/pinsStore.ts";
import { isArmed } from "../stores/uiStore.ts";
import { defineAction } from "./defineAction.ts";
import { restoreCalls } from "./pins/restore.ts";
import { undoPins } from "./pins/undoPins.ts";
import { addUndo, type UndoStep } from "./pins/undoStore.ts";
import { showError } from "./showError.ts";

/** How long the message with its button stays, in milliseconds. */
const SHOWN_MS = 15_000;
const NOTICE = "released";

/** Stops what this session started; works in view only as well, and asks nothing. */
export const releaseAll = defineAction({
	id: "releaseAll",
	label: "Release all",
	summary: "Stops the PWM, servos and waves this page started and gives its pins back their modes.",
	icon: OctagonX,
	shortcuts: ["shift+Escape"],
	run: () => {
		const { pins } = pinsStore.getState();
		const { level, known } = captureStore.getState();
		bridge.releaseAll().then(
			(released) => tell(released, undoStepOf(released, pins, level, known)),
			(error: unknown) => showError("Release all", error),
		);
	},
});

/** How to drive the released pins again as they were driven; undefined when none was. */
function undoStepOf(
	{ gpios }: Released,
	before: Readonly<Record<number, PinFacts>>,
	level: number,
	known: number,
): UndoStep | undefined {
	const calls = gpios.flatMap((gpio) => {
		const facts = before[gpio];
		const isKnown = gpio < 32 && ((known >>> gpio) & 1) === 1;
		return facts === undefined
			? []
			: restoreCalls(facts, isKnown ? (((level >>> gpio) & 1) as 0 | 1) : undefined);
	});
	if (calls.length === 0) return undefined;
	const label = gpios.length === 1 ? `release of GPIO ${gpios[0]}` : `release of ${gpios.length} pins`;
	return { key: "releaseAll", label, calls, at: performance.now() };
}

function tell(released: Released, step: UndoStep | undefined): void {
	if (step !== undefined) addUndo(step);
	notifications.hide(NOTICE);
	notifications.show({
		id: NOTICE,
		autoClose: SHOWN_MS,
		message: (
			<>
				{releasedText(released)}
				{step !== undefined && isArmed() && (
					<Button
						size="compact-xs"
						variant="subtle"
						ml={8}
						onClick={() => {
							notifications.hide(NOTICE);
							void undoPins(step);
						}}
					>
						Undo
					</Button>
				)}
			</>
		),
	});
}

/** What a release did, in words. */
export function releasedText({ pins, waves, scripts, handles, locked }: Released): string {
	const count = (n: number, word: string): string[] => (n === 0 ? [] : [`${n} ${word}${n === 1 ? "" : "s"}`]);
	const parts = [
		...count(pins, "pin"),
		...count(waves, "wave"),
		...count(scripts, "script"),
		...count(handles, "handle"),
	];
	const kept =
		locked.length === 0
			? ""
			: ` GPIO ${locked.join(", ")} ${locked.length === 1 ? "is locked and stays" : "are locked and stay"} as ${locked.length === 1 ? "it is" : "they are"}.`;
	if (parts.length > 0) return `Released ${parts.join(", ")}.${kept}`;
	return kept === "" ? "Nothing to release: this page has started nothing since it opened." : kept.trim();
}

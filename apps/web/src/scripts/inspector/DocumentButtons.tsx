import { Button } from "@mantine/core";
import { Play, Save, Square, Trash2 } from "lucide-react";
import { useActBar } from "../../stores/actBar.ts";
import type { CheckedScript } from "../check/checkScript.ts";
import { useShownScript } from "../check/shownScript.ts";
import { paramsToSend } from "../library/paramValues.ts";
import { deleteStored, runDocument, stopStored, storeDocument } from "../stored/actOnScripts.ts";
import { isAtWork } from "../stored/stateWords.ts";

/** Store, run, stop and delete the open script. */
export function DocumentButtons({ isLarge = false }: { readonly isLarge?: boolean }) {
	const { document, checked, stored, isChanged } = useShownScript();
	const bar = useActBar();
	const isBarred = bar !== undefined;
	const atWork = stored !== undefined && isAtWork(stored.state);
	const isDeleting = stored?.state === "deleting";
	const cannotStore = whyNotStored(checked, isDeleting);
	const cannotRun =
		paramsToSend(document.values, []) === undefined ? "A parameter is no number" : cannotStore;
	const size = isLarge ? "lg" : "xs";
	return (
		<>
			<Button
				size={size}
				leftSection={<Save size={14} />}
				disabled={isBarred || cannotStore !== "" || (stored !== undefined && !isChanged)}
				title={cannotStore || "Puts it into pigpiod, in place of what was stored of it"}
				onClick={() => void storeDocument(document)}
			>
				Store
			</Button>
			{atWork && (
				<Button
					size={size}
					leftSection={<Square size={14} />}
					disabled={isBarred}
					title="A delay that it is at ends first"
					onClick={() => void stopStored(stored.id)}
				>
					Stop
				</Button>
			)}
			{(!atWork || isChanged) && (
				<Button
					size={size}
					variant="filled"
					leftSection={<Play size={14} />}
					disabled={isBarred || cannotRun !== ""}
					title={cannotRun || "Runs it with these parameters, stored first unless pigpiod has it"}
					onClick={() => void runDocument(document)}
				>
					Run
				</Button>
			)}
			<Button
				size={size}
				variant="danger"
				leftSection={<Trash2 size={14} />}
				loading={isDeleting}
				disabled={isBarred || stored === undefined}
				title="Stops it and takes it out of pigpiod; its text stays here"
				onClick={() => stored !== undefined && void deleteStored(stored.id)}
			>
				Delete
			</Button>
		</>
	);
}

/** Why the text cannot be stored now; empty when it can. */
function whyNotStored({ hasErrors, steps }: CheckedScript, isDeleting: boolean): string {
	if (hasErrors) return "There are problems in the text";
	if (steps === 0) return "There are no steps";
	return isDeleting ? "What was stored of it is being deleted" : "";
}

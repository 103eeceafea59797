import { groupDigits } from "@gpioscope/logic";
import type { WatchedTrigger } from "@gpioscope/protocol";
import { X } from "lucide-react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { bridgeTriggersStore } from "../../../bridge/index.ts";
import { useConnection } from "../../../stores/connectionStore.ts";
import { nameOfOther } from "../../../stores/ownerStore.ts";
import { IconButton } from "../../../widgets/IconButton.tsx";
import { useSentence } from "../sentence.ts";
import styles from "../trigger.module.css";
import { useTriggers } from "../triggerStore.ts";
import { stopWatching, watchedBeside } from "./withoutPage.ts";

/** What gpioscope itself watches for beside the triggers of this page, and whose that is; nothing while there is none. */
export function WatchedBeside() {
	const triggers = useTriggers();
	const watched = useStore(
		bridgeTriggersStore,
		useShallow((state) => watchedBeside(state, triggers)),
	);
	if (watched.length === 0) return null;
	return (
		<section className={styles["beside"]} aria-label="Watched by gpioscope itself">
			<h3>gpioscope itself also watches for</h3>
			<ul className={styles["list"]}>
				{watched.map((one) => (
					<BesideRow key={`${one.owner.id} ${one.trigger.number}`} watched={one} />
				))}
			</ul>
		</section>
	);
}

function BesideRow({ watched }: { readonly watched: WatchedTrigger }) {
	const { owner, trigger, count } = watched;
	const { number, name } = trigger;
	const sentence = useSentence(trigger);
	const isViewer = useConnection((state) => state.role === "viewer");
	const who = nameOfOther(owner) ?? "you, earlier";
	return (
		<li className={styles["row"]}>
			<span className={styles["words"]}>
				<span className={styles["title"]}>
					<span className={styles["tag"]} data-on={trigger.enabled || undefined}>
						T{number}
					</span>
					{name}
					<span className={styles["owner"]}>{who}</span>
				</span>
				<span className={styles["sentence"]}>{sentence}</span>
			</span>
			<span className={styles["count"]} title={`Hits of T${number} of ${who}`}>
				{groupDigits(count, 0)}
			</span>
			<IconButton
				icon={X}
				size="xs"
				label={`Stop watching for T${number} of ${who}`}
				disabled={isViewer}
				onClick={() => stopWatching(watched)}
			/>
		</li>
	);
}

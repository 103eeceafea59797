import { Tooltip } from "@mantine/core";
import { Pause, Radio } from "lucide-react";
import { useStore } from "zustand";
import { Kbd } from "../widgets/Kbd.tsx";
import { radioGroupKeys } from "../widgets/radioGroupKeys.ts";
import styles from "./CaptureControls.module.css";
import { scopeStore } from "./scopeStore.ts";
import { behindText } from "./view/behindText.ts";

/** Live or paused, and how far a paused view is behind. The capture goes on in either. */
export function CaptureControls() {
	const mode = useStore(scopeStore, (state) => state.mode);
	const behind = useStore(scopeStore, (state) => state.behindLive);
	const isLive = mode === "live";
	return (
		<>
			<div
				className={styles["segment"]}
				role="radiogroup"
				aria-label="What the scope shows"
				{...radioGroupKeys}
			>
				<Tooltip
					label={
						<>
							Follow the newest data <Kbd keys="Space" />
						</>
					}
				>
					{/* biome-ignore lint/a11y/useSemanticElements: a segment of two buttons, as everywhere on this bar. */}
					<button
						type="button"
						role="radio"
						aria-checked={isLive}
						className={styles["item"]}
						onClick={() => scopeStore.getState().live()}
					>
						<Radio size={14} />
						Live
					</button>
				</Tooltip>
				<Tooltip
					label={
						<>
							Hold the picture still; the capture goes on <Kbd keys="Space" />
						</>
					}
				>
					{/* biome-ignore lint/a11y/useSemanticElements: a segment of two buttons, as everywhere on this bar. */}
					<button
						type="button"
						role="radio"
						aria-checked={!isLive}
						className={styles["item"]}
						data-tone="attention"
						onClick={() => scopeStore.getState().pause()}
					>
						<Pause size={14} />
						<span className={styles["pause"]}>{isLive ? "Pause" : "Paused"}</span>
					</button>
				</Tooltip>
			</div>
			<span className={styles["behind"]} data-shown={!isLive || undefined}>
				<b>{behindText(behind)}</b> behind live
			</span>
		</>
	);
}

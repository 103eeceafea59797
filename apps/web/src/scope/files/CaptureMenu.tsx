import { Button, Popover, Tooltip, UnstyledButton } from "@mantine/core";
import { ChevronDown, Layers, Radio } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { capturesStore, LIVE } from "../../bridge/index.ts";
import { compareAction } from "../compare/compareActions.ts";
import { scopeStore } from "../scopeStore.ts";
import styles from "./CaptureMenu.module.css";
import { CaptureRow } from "./CaptureRow.tsx";
import { captureName } from "./captureText.ts";
import { exportAction, openAction } from "./filesActions.ts";

/** Which capture is looked at, and the way back to the live one; nothing while there is no other. */
export function CaptureMenu() {
	const [isOpen, setOpen] = useState(false);
	const all = useStore(capturesStore, (state) => state.entries);
	const shown = useStore(capturesStore, (state) => state.shown);
	// Segments are many, and have a table of their own.
	const entries = all.filter(({ id, source }) => source.kind !== "segment" || id === shown);
	const entry = entries.find(({ id }) => id === shown);
	if (entry === undefined || entries.length < 2) return null;
	const isLive = shown === LIVE;
	return (
		<>
			<Popover width={340} position="bottom-start" opened={isOpen} onChange={setOpen} trapFocus>
				<Popover.Target>
					<UnstyledButton
						className={styles["target"] ?? ""}
						aria-label={`Captures: ${captureName(entry.source)} is shown`}
						title={captureName(entry.source)}
						onClick={() => setOpen(!isOpen)}
					>
						<Layers size={14} />
						<span className={styles["name"]} data-live={isLive || undefined}>
							{isLive ? `${entries.length - 1} more` : captureName(entry.source)}
						</span>
						<ChevronDown size={12} />
					</UnstyledButton>
				</Popover.Target>
				<Popover.Dropdown className={styles["dropdown"] ?? ""}>
					<ul className={styles["list"]} aria-label="Captures">
						{entries.map((one) => (
							<CaptureRow
								key={one.id}
								entry={one}
								isShown={one.id === shown}
								onChoose={() => setOpen(false)}
							/>
						))}
					</ul>
					<div className={styles["foot"]}>
						{[openAction, exportAction, compareAction].map((action) => (
							<Button
								key={action.id}
								variant="subtle"
								leftSection={<action.icon size={14} />}
								onClick={() => {
									setOpen(false);
									action.run();
								}}
							>
								{action.label}
							</Button>
						))}
					</div>
				</Popover.Dropdown>
			</Popover>
			{!isLive && (
				<Tooltip label="Back to live">
					<Button className={styles["back"] ?? ""} onClick={() => scopeStore.getState().live()}>
						<Radio size={14} />
						<span className={styles["backText"]}>Back to live</span>
					</Button>
				</Tooltip>
			)}
		</>
	);
}

import { Button, Tooltip } from "@mantine/core";
import { OctagonX, Search, Users } from "lucide-react";
import { ActionKeys } from "../actions/ActionKeys.tsx";
import { openPalette } from "../actions/frameActions.ts";
import { releaseAll } from "../actions/releaseAll.tsx";
import { CaptureControls } from "../scope/CaptureControls.tsx";
import { useConnection } from "../stores/connectionStore.ts";
import { useNameBeside } from "../stores/useBeside.ts";
import { ArmSwitch } from "./ArmSwitch.tsx";
import styles from "./HeaderBar.module.css";
import { Logo } from "./Logo.tsx";
import { PaneTools } from "./PaneTools.tsx";
import { TargetButton } from "./TargetButton.tsx";

/** Target and its state, capture controls, search, viewers, arm switch and release. */
export function HeaderBar() {
	return (
		<header className={styles["bar"]}>
			<span className={styles["logo"]}>
				<Logo />
			</span>
			<TargetButton />
			<PaneTools />
			<span className={styles["separator"]} />
			<CaptureControls />
			<span className={styles["space"]} />
			<button
				type="button"
				className={styles["search"]}
				onClick={() => openPalette.run()}
				aria-label={openPalette.label}
			>
				<Search size={14} />
				<span className={styles["searchText"]}>Search or run…</span>
				<ActionKeys action={openPalette} />
			</button>
			<Viewers />
			<span className={styles["separator"]} />
			<ArmSwitch />
			<Release />
		</header>
	);
}

function Release() {
	const name = useNameBeside();
	const label = name === undefined ? releaseAll.label : `${releaseAll.label} on ${name}`;
	return (
		<Tooltip
			label={
				<>
					{name !== undefined && `${label}. `}
					{releaseAll.summary} <ActionKeys action={releaseAll} />
				</>
			}
		>
			<Button variant="danger" onClick={() => releaseAll.run()} aria-label={label}>
				<OctagonX size={14} />
				<span className={styles["releaseText"]}>{releaseAll.label}</span>
			</Button>
		</Tooltip>
	);
}

function Viewers() {
	const viewers = useConnection((state) => state.viewers);
	const text = `${viewers} ${viewers === 1 ? "page shows" : "pages show"} this Pi`;
	return (
		<Tooltip label={text}>
			<span className={styles["viewers"]} role="img" aria-label={text}>
				<Users size={14} />
				{viewers}
			</span>
		</Tooltip>
	);
}

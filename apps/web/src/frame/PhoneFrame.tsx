import { ActionIcon } from "@mantine/core";
import { Lock, LockOpen, OctagonX, Search } from "lucide-react";
import { toggleArmed } from "../actions/frameActions.ts";
import { palette } from "../actions/palette.ts";
import { releaseAll } from "../actions/releaseAll.tsx";
import { useConnection } from "../stores/connectionStore.ts";
import { useArmed } from "../stores/hooks.ts";
import { useNameBeside } from "../stores/useBeside.ts";
import { ConnectionBanner } from "./ConnectionBanner.tsx";
import { MainView } from "./MainView.tsx";
import { PaneTools } from "./PaneTools.tsx";
import styles from "./PhoneFrame.module.css";
import { PhoneNav } from "./PhoneNav.tsx";
import { PhoneTarget } from "./PhoneTarget.tsx";
import { SkipLink } from "./SkipLink.tsx";
import type { ViewDefinition } from "./viewDefinition.ts";

/** The page in one column: top bar, view, sheet, tabs at the foot; on its side the tabs become a rail. */
export function PhoneFrame({ view }: { readonly view: ViewDefinition }) {
	const { Toolbar, PhoneSheet } = view;
	return (
		<div className={styles["frame"]}>
			<SkipLink />
			<TopBar />
			<div className={styles["body"]}>
				<ConnectionBanner />
				{view.phoneToolbar === true && Toolbar !== undefined && (
					<div className={styles["toolbar"]} role="toolbar" aria-label={`${view.label} tools`}>
						<Toolbar />
					</div>
				)}
				<MainView key={view.id} view={view} className={styles["main"]} />
				{PhoneSheet !== undefined && <PhoneSheet />}
			</div>
			<PhoneNav current={view.id} />
		</div>
	);
}

function TopBar() {
	const isViewer = useConnection((state) => state.role === "viewer");
	const armed = useArmed();
	const name = useNameBeside();
	const on = name === undefined ? "" : ` on ${name}`;
	return (
		<header className={styles["top"]}>
			<PhoneTarget />
			<PaneTools />
			<ActionIcon size="lg" aria-label="Search or run" onClick={() => palette.open()}>
				<Search size={20} />
			</ActionIcon>
			<ActionIcon
				size="lg"
				aria-label={armed ? `Armed${on}. Go back to view only` : `View only${on}. Arm this page`}
				aria-pressed={armed}
				className={styles["arm"] ?? ""}
				disabled={isViewer}
				onClick={() => toggleArmed.run()}
			>
				{armed ? <LockOpen size={20} /> : <Lock size={20} />}
			</ActionIcon>
			<ActionIcon
				size="lg"
				aria-label={`Release all${on}`}
				className={styles["release"] ?? ""}
				onClick={() => releaseAll.run()}
			>
				<OctagonX size={20} />
			</ActionIcon>
		</header>
	);
}

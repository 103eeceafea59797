import { useStore } from "zustand";
import { ActBand } from "../../panels/act/index.ts";
import { usePhone } from "../../theme/phone.ts";
import { AbilityOff } from "../AbilityOff.tsx";
import { useAbility } from "../useAbility.ts";
import { AccessHelp } from "./AccessHelp.tsx";
import { EntryList } from "./EntryList.tsx";
import { FilePane } from "./FilePane.tsx";
import styles from "./files.module.css";
import { filesStore } from "./filesStore.ts";
import { PatternBar } from "./PatternBar.tsx";

/** Files of the Pi that its access file permits: lists, reads, writes. */
export function FilesMain() {
	const isOn = useAbility("files");
	if (isOn === undefined) return null;
	if (!isOn)
		return (
			<AbilityOff what="File commands" ability="files">
				<AccessHelp />
			</AbilityOff>
		);
	return <Files />;
}

function Files() {
	const isPhone = usePhone();
	const isOpen = useStore(filesStore, (state) => state.opened.kind !== "none");
	return (
		<div className={styles["tool"]}>
			<ActBand to="write files; reading is free" />
			<div className={styles["columns"]}>
				{(!isPhone || !isOpen) && (
					<div className={styles["left"]}>
						<PatternBar />
						<EntryList />
					</div>
				)}
				{(!isPhone || isOpen) && <FilePane />}
			</div>
		</div>
	);
}

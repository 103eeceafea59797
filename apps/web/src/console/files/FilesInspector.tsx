import { Section } from "../../widgets/Section.tsx";
import styles from "../tools.module.css";
import { useAbility } from "../useAbility.ts";
import { AccessHelp } from "./AccessHelp.tsx";

/** Who decides which files can be reached. */
export function FilesInspector() {
	const isOn = useAbility("files");
	if (isOn !== true) return null;
	return (
		<Section title="Which files">
			<div className={styles["prose"]}>
				<AccessHelp />
			</div>
		</Section>
	);
}

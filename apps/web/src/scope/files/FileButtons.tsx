import { Button, Tooltip } from "@mantine/core";
import { ActionIconButton } from "../../actions/ActionIconButton.tsx";
import { ActionKeys } from "../../actions/ActionKeys.tsx";
import styles from "../toolbar/toolbar.module.css";
import { exportAction, openAction } from "./filesActions.ts";

/** Opening and exporting, at the end of the toolbar. */
export function FileButtons() {
	return (
		<>
			<ActionIconButton action={openAction} icon={openAction.icon} />
			<Tooltip
				label={
					<>
						{exportAction.summary} <ActionKeys action={exportAction} />
					</>
				}
			>
				<Button
					variant="subtle"
					size="xs"
					leftSection={<exportAction.icon size={14} />}
					onClick={() => exportAction.run()}
				>
					<span className={styles["word"]}>Export</span>
				</Button>
			</Tooltip>
		</>
	);
}

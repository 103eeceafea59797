import { Button, Tooltip } from "@mantine/core";
import { printShortcut } from "../../actions/shortcut.ts";
import { IconButton } from "../../widgets/IconButton.tsx";
import { Kbd } from "../../widgets/Kbd.tsx";
import { exportAction, openAction } from "./filesActions.ts";

/** Opening and exporting, at the end of the toolbar. */
export function FileButtons() {
	return (
		<>
			<IconButton
				icon={openAction.icon}
				label={openAction.summary}
				shortcut={printShortcut(openAction.shortcuts[0])}
				size="xs"
				onClick={() => openAction.run()}
			/>
			<Tooltip
				label={
					<>
						{exportAction.summary} <Kbd keys={printShortcut(exportAction.shortcuts[0])} />
					</>
				}
			>
				<Button
					variant="subtle"
					size="xs"
					leftSection={<exportAction.icon size={14} />}
					onClick={() => exportAction.run()}
				>
					Export
				</Button>
			</Tooltip>
		</>
	);
}

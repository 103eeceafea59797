import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { useEffect } from "react";
import { useShortcuts } from "./actions/useShortcuts.ts";
import { startArmTimeout } from "./frame/armTimeout.ts";
import { startConnectionNotices } from "./frame/connectionNotices.ts";
import { Frame } from "./frame/Frame.tsx";
import { KeysHelp } from "./frame/KeysHelp.tsx";
import { Palette } from "./frame/Palette.tsx";
import { ExportDialog } from "./scope/files/ExportDialog.tsx";
import { FileDrop } from "./scope/files/FileDrop.tsx";
import { startReopening } from "./scope/files/reopenFiles.ts";
import { holdWhilePaused } from "./scope/holdWhilePaused.ts";
import { startTriggers } from "./scope/trigger/triggerFeed.ts";
import { startViewAddress } from "./scope/viewAddress.ts";
import { startCaptureLimit } from "./stores/captureLimit.ts";
import { colorSchemeManager } from "./theme/colorScheme.ts";
import { mantineTheme, resolveCssVariables } from "./theme/mantineTheme.ts";

/** The page: theme and everything that floats, around the frame. */
export function App() {
	useShortcuts();
	useEffect(startArmTimeout, []);
	useEffect(startConnectionNotices, []);
	useEffect(startViewAddress, []);
	useEffect(startCaptureLimit, []);
	useEffect(holdWhilePaused, []);
	useEffect(startReopening, []);
	useEffect(startTriggers, []);
	return (
		<MantineProvider
			theme={mantineTheme}
			cssVariablesResolver={resolveCssVariables}
			colorSchemeManager={colorSchemeManager}
			defaultColorScheme="auto"
		>
			<Frame />
			<KeysHelp />
			<Palette />
			<FileDrop />
			<ExportDialog />
			<Notifications position="bottom-right" limit={3} autoClose={6000} />
		</MantineProvider>
	);
}

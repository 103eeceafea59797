import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { startKeepingLocks } from "./actions/pins/keepLocks.ts";
import { useShortcuts } from "./actions/useShortcuts.ts";
import { startArmTimeout } from "./frame/armTimeout.ts";
import { startConnectionNotices } from "./frame/connectionNotices.ts";
import { Frame } from "./frame/Frame.tsx";
import { KeysHelp } from "./frame/KeysHelp.tsx";
import { startKeepingArmed } from "./frame/keepArmed.ts";
import { startKeepingFocus } from "./frame/keepFocus.ts";
import { Palette } from "./frame/Palette.tsx";
import { FileDrop } from "./scope/files/FileDrop.tsx";
import { filesStore } from "./scope/files/filesStore.ts";
import { startReopening } from "./scope/files/reopenFiles.ts";
import { holdWhilePaused } from "./scope/holdWhilePaused.ts";
import { startTriggers } from "./scope/trigger/triggerFeed.ts";
import { startViewAddress } from "./scope/viewAddress.ts";
import { startCaptureLimit } from "./stores/captureLimit.ts";
import { onViewStore } from "./stores/onViewStore.ts";
import { colorSchemeManager } from "./theme/colorScheme.ts";
import { mantineTheme, resolveCssVariables } from "./theme/mantineTheme.ts";
import { lazyPart, preloadParts } from "./widgets/lazyPart.tsx";

const ExportDialog = lazyPart(async () => (await import("./scope/files/ExportDialog.tsx")).ExportDialog);

/** The page: theme and everything that floats, around the frame. */
export function App() {
	useShortcuts();
	useEffect(startArmTimeout, []);
	useEffect(startKeepingArmed, []);
	useEffect(startKeepingFocus, []);
	useEffect(startConnectionNotices, []);
	useEffect(startViewAddress, []);
	useEffect(startCaptureLimit, []);
	useEffect(holdWhilePaused, []);
	useEffect(preloadParts, []);
	useEffect(startReopening, []);
	useEffect(startKeepingLocks, []);
	useEffect(startTriggers, []);
	const isOnView = useStore(onViewStore, (state) => state.isOnView);
	// Once opened it stays, so that it can close gently.
	const [wasExporting, setWasExporting] = useState(false);
	const isOpen = useStore(filesStore, (state) => state.isExportOpen);
	if (isOpen && !wasExporting) setWasExporting(true);
	return (
		<MantineProvider
			theme={mantineTheme}
			cssVariablesResolver={resolveCssVariables}
			colorSchemeManager={colorSchemeManager}
			defaultColorScheme="auto"
		>
			{isOnView && <Frame />}
			<KeysHelp />
			<Palette />
			<FileDrop />
			{wasExporting && <ExportDialog />}
			<Notifications position="bottom-right" limit={3} autoClose={6000} />
		</MantineProvider>
	);
}

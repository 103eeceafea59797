import { FolderOpen, Upload } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { shownStore } from "../../bridge/index.ts";
import { chooseFiles } from "./chooseFiles.ts";
import { filesStore } from "./filesStore.ts";

export const openAction = defineAction({
	id: "scope.open",
	label: "Open a file…",
	summary: "Opens a capture from a file; the live capture goes on meanwhile.",
	icon: FolderOpen,
	shortcuts: ["mod+O"],
	run: chooseFiles,
});

export const exportAction = defineAction({
	id: "scope.export",
	label: "Export…",
	summary: "Writes the capture on view, or a part of it, into a file.",
	icon: Upload,
	shortcuts: ["mod+S"],
	enabled: () => shownStore.getState().endTime > shownStore.getState().firstTime,
	run: () => filesStore.setState({ isExportOpen: true }),
});

/** What a person can do with files. */
export const filesActions = [openAction, exportAction];

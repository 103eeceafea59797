import { Drawer } from "@mantine/core";
import { BookOpen } from "lucide-react";
import type { ComponentType } from "react";
import { useStore } from "zustand";
import { IconButton } from "../widgets/IconButton.tsx";
import { consoleStore, showHelp } from "./consoleStore.ts";

/** What stands in the column at the right elsewhere, on a phone in a sheet: help, and the same in code. */
export function PhoneHelp({ Inspector }: { readonly Inspector: ComponentType }) {
	const isOpen = useStore(consoleStore, (state) => state.isHelpOpen);
	return (
		<>
			<IconButton icon={BookOpen} label="Help and code" size="lg" onClick={() => showHelp(true)} />
			<Drawer
				opened={isOpen}
				onClose={() => showHelp(false)}
				position="bottom"
				size="80%"
				radius="xl"
				title="Help and code"
			>
				<Inspector />
			</Drawer>
		</>
	);
}

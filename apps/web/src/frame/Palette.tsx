import { Spotlight, type SpotlightActionData } from "@mantine/spotlight";
import { CircleDot, Search } from "lucide-react";
import { useStore } from "zustand";
import { actionsIn } from "../actions/registry.ts";
import { printShortcut } from "../actions/shortcut.ts";
import { useView } from "../stores/hooks.ts";
import { gpioName, namesStore } from "../stores/namesStore.ts";
import { selectGpio, showView } from "../stores/uiStore.ts";
import { Kbd } from "../widgets/Kbd.tsx";

const GPIOS = Array.from({ length: 28 }, (_, gpio) => gpio);

/** Search field over everything: actions first, then GPIOs by number and name. */
export function Palette() {
	const view = useView();
	const names = useStore(namesStore);
	const entries: SpotlightActionData[] = [
		...actionsIn(view)
			.filter((action) => action.hidden !== true)
			.map((action) => ({
				id: action.id,
				label: action.label,
				disabled: action.enabled !== undefined && !action.enabled(),
				leftSection: action.icon === undefined ? undefined : <action.icon size={16} />,
				rightSection:
					action.shortcuts?.[0] === undefined ? undefined : <Kbd keys={printShortcut(action.shortcuts[0])} />,
				onClick: () => action.run(),
			})),
		...GPIOS.map((gpio) => ({
			id: `gpio.${gpio}`,
			label: gpioName(names, gpio),
			description: `GPIO ${gpio}`,
			keywords: [`gpio ${gpio}`, `gpio${gpio}`, String(gpio)],
			leftSection: <CircleDot size={16} />,
			onClick: () => {
				selectGpio(gpio);
				if (view !== "scope") showView("pins");
			},
		})),
	];
	return (
		<Spotlight
			actions={entries}
			shortcut="mod + K"
			limit={12}
			scrollable
			maxHeight={420}
			highlightQuery
			nothingFound="Nothing of that name. Try a GPIO's number, its name, or what to do."
			searchProps={{ leftSection: <Search size={16} />, placeholder: "Search or run…", size: "md" }}
		/>
	);
}

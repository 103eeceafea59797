import { Spotlight, type SpotlightActionData } from "@mantine/spotlight";
import { CircleDot, type LucideIcon, Search } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { ActionKeys } from "../actions/ActionKeys.tsx";
import { openPalette } from "../actions/frameActions.ts";
import { paletteStore } from "../actions/palette.ts";
import { actionsIn } from "../actions/registry.ts";
import { useView } from "../stores/hooks.ts";
import { gpioName, namesStore } from "../stores/namesStore.ts";
import { selectGpio, showView, type ViewId } from "../stores/uiStore.ts";
import { commandFindings } from "./commandFindings.ts";
import { targetFindings } from "./targets/targetFindings.ts";
import type { Finding } from "./viewDefinition.ts";
import { views } from "./views.ts";

const GPIOS = Array.from({ length: 28 }, (_, gpio) => gpio);

/** Search field over everything: places and commands as typed, then actions, then GPIOs by number and name. */
export function Palette() {
	const view = useView();
	const [query, setQuery] = useState("");
	const names = useStore(namesStore);
	const typed = findingsOf(query, view);
	const entries: SpotlightActionData[] = [
		...actionsIn(view)
			.filter((action) => action.hidden !== true)
			.map((action) => ({
				id: action.id,
				label: action.label,
				disabled: action.enabled !== undefined && !action.enabled(),
				leftSection: <Icon icon={action.icon} />,
				rightSection: <ActionKeys action={action} />,
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
			store={paletteStore}
			title={openPalette.label}
			query={query}
			onQueryChange={setQuery}
			actions={entries}
			filter={() => [...typed, ...matching(query, entries)]}
			shortcut={null}
			overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
			transitionProps={{ duration: 120, transition: "fade" }}
			limit={12}
			scrollable
			maxHeight={420}
			highlightQuery
			nothingFound="Nothing of that name. Try a GPIO's number or name, a time, > and a command, or what to do."
			searchProps={{
				leftSection: <Search size={16} />,
				"aria-label": openPalette.label,
				placeholder: "Search or run…",
				size: "md",
			}}
		/>
	);
}

/** The room of an icon, so that all labels begin at one line. */
function Icon({ icon: Shown }: { readonly icon: LucideIcon | undefined }) {
	return Shown === undefined ? <span style={{ width: 16 }} /> : <Shown size={16} />;
}

/** What a text means by itself: a command after >, or what the views find for it. */
function findingsOf(query: string, view: ViewId): SpotlightActionData[] {
	const entry = (finding: Finding, show: () => void): SpotlightActionData => ({
		id: `typed.${finding.id}`,
		label: finding.label,
		...(finding.description === undefined ? {} : { description: finding.description }),
		leftSection: <Icon icon={finding.icon} />,
		onClick: () => {
			show();
			finding.run();
		},
	});
	return [
		...commandFindings(query).map((finding) => entry(finding, () => {})),
		...(query.trim() === "" ? [] : targetFindings(query).map((finding) => entry(finding, () => {}))),
		...views.flatMap(({ id, search }) =>
			(search?.(query) ?? []).map((finding) =>
				entry(finding, () => {
					if (id !== view) showView(id);
				}),
			),
		),
	];
}

/** Entries with all words of the query in them, those whose label begins with it first. */
function matching(query: string, entries: readonly SpotlightActionData[]): SpotlightActionData[] {
	const wanted = query.trim().toLowerCase();
	const words = wanted.split(/\s+/);
	const textOf = ({ label = "", description = "", keywords = [] }: SpotlightActionData): string =>
		[label, description, ...keywords].join(" ").toLowerCase();
	const rank = ({ label = "" }: SpotlightActionData): number =>
		label.toLowerCase().startsWith(wanted) ? 0 : 1;
	return entries
		.filter((entry) => {
			const text = textOf(entry);
			return words.every((word) => text.includes(word));
		})
		.sort((a, b) => rank(a) - rank(b));
}

import { Button, Menu, TextInput } from "@mantine/core";
import { ChevronDown, RotateCw, Search, TriangleAlert, Undo2 } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useStore } from "zustand";
import { undoPins } from "../actions/pins/undoPins.ts";
import { type UndoStep, undoStore } from "../actions/pins/undoStore.ts";
import { useArmed } from "../stores/hooks.ts";
import { selectGpio } from "../stores/uiStore.ts";
import { usePhone } from "../theme/phone.ts";
import { Chip } from "../widgets/Chip.tsx";
import { IconButton } from "../widgets/IconButton.tsx";
import { Kbd } from "../widgets/Kbd.tsx";
import { Segments } from "../widgets/Segments.tsx";
import { useBoard, useLive } from "./activity/currentBoard.ts";
import { findGpio } from "./activity/findGpio.ts";
import type { Numbering } from "./model/pinRow.ts";
import styles from "./PinsToolbar.module.css";
import { type PinsLayout, pinsViewStore, rotateBoard, usePinsView } from "./pinsViewStore.ts";

const layouts: readonly { readonly value: PinsLayout; readonly label: string }[] = [
	{ value: "header", label: "Header" },
	{ value: "gpio", label: "By GPIO" },
	{ value: "banks", label: "Banks" },
];

const numberings: Readonly<Record<Numbering, string>> = { gpio: "GPIO", pin: "pin", wiringPi: "wiringPi" };

/** Id of the find field, which key / goes to. */
export const findFieldId = "pins-find";

/** Layout, numbering, rotation, search and undo of the Pins view. */
export function PinsToolbar() {
	return usePhone() ? <PhoneToolbar /> : <DesktopToolbar />;
}

function DesktopToolbar() {
	const { layout, numbering } = usePinsView(({ layout, numbering }) => ({ layout, numbering }));
	return (
		<>
			<div className={styles["layouts"]}>
				<Segments label="Layout" segments={layouts} value={layout} onPick={pickLayout} />
			</div>
			<span className={styles["separator"]} />
			<Menu>
				<Menu.Target>
					<Button
						size="xs"
						variant="subtle"
						className={styles["whole"] ?? ""}
						rightSection={<ChevronDown size={12} />}
					>
						<span className={styles["quiet"]}>Number by</span> {numberings[numbering]}
					</Button>
				</Menu.Target>
				<Menu.Dropdown>
					{(Object.keys(numberings) as Numbering[]).map((each) => (
						<Menu.Item key={each} onClick={() => pinsViewStore.setState({ numbering: each })}>
							{numberings[each]}
						</Menu.Item>
					))}
				</Menu.Dropdown>
			</Menu>
			<IconButton
				icon={RotateCw}
				label="Rotate the board"
				size="xs"
				disabled={layout !== "header"}
				onClick={rotateBoard}
			/>
			<FindField />
			<span className={styles["space"]} />
			<Chip tone="attention" title="A pin takes 3.3 V at most, gives 16 mA at most, and all together 50 mA">
				<TriangleAlert size={12} />
				3.3 V only, 16 mA a pin
			</Chip>
			<span className={styles["separator"]} />
			<UndoButton />
		</>
	);
}

function PhoneToolbar() {
	const layout = usePinsView((state) => state.layout);
	return (
		<>
			<Segments
				label="Layout"
				segments={[
					{ value: "header", label: "Header" },
					{ value: "gpio", label: "List" },
					{ value: "banks", label: "Banks" },
				]}
				value={layout}
				size="touch"
				fit
				onPick={pickLayout}
			/>
			<FindField short />
			<PhoneUndo />
			<IconButton
				icon={RotateCw}
				label="Rotate the board"
				size="lg"
				disabled={layout !== "header"}
				onClick={rotateBoard}
			/>
		</>
	);
}

function pickLayout(layout: PinsLayout): void {
	pinsViewStore.setState({ layout });
}

function FindField({ short = false }: { readonly short?: boolean }) {
	const query = usePinsView((state) => state.query);
	const board = useBoard();
	const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
		if (event.key === "Enter" && board !== undefined) {
			const gpio = findGpio(query, board);
			if (gpio !== undefined) selectGpio(gpio);
		} else if (event.key === "Escape") {
			pinsViewStore.setState({ query: "" });
			event.currentTarget.blur();
		}
	};
	return (
		<TextInput
			id={findFieldId}
			className={styles[short ? "shortFind" : "find"] ?? ""}
			aria-label="Find pin"
			placeholder={short ? "Find pin" : "Find pin: 12, SDA, fan"}
			leftSection={<Search size={12} />}
			leftSectionWidth={26}
			rightSection={short ? undefined : <Kbd keys="/" />}
			rightSectionWidth={short ? 0 : 26}
			value={query}
			onChange={(event) => pinsViewStore.setState({ query: event.currentTarget.value })}
			onKeyDown={onKeyDown}
		/>
	);
}

/** The change that could be taken back now; undefined when there is none or the page may change nothing. */
function useUndoable(): UndoStep | undefined {
	const last = useStore(undoStore, (state) => state.steps.at(-1));
	const live = useLive();
	return useArmed() && live ? last : undefined;
}

function UndoButton() {
	const last = useUndoable();
	return (
		<Button
			size="xs"
			variant="subtle"
			className={styles["undo"] ?? ""}
			leftSection={<Undo2 size={14} />}
			disabled={last === undefined}
			onClick={() => void undoPins()}
		>
			{last === undefined ? "Nothing to undo" : `Undo ${last.label}`}
		</Button>
	);
}

function PhoneUndo() {
	const last = useUndoable();
	return (
		<IconButton
			icon={Undo2}
			label={last === undefined ? "Nothing to undo" : `Undo ${last.label}`}
			size="lg"
			disabled={last === undefined}
			onClick={() => void undoPins()}
		/>
	);
}

import { insertTrack } from "@gpioscope/logic";
import { Popover } from "@mantine/core";
import { Plus } from "lucide-react";
import { useStore } from "zustand";
import { namesStore, ownName } from "../../stores/namesStore.ts";
import { pinsStore } from "../../stores/pinsStore.ts";
import { change } from "../model/editing.ts";
import { editorStore, useEditor } from "../model/editorStore.ts";
import styles from "./AddTrack.module.css";

/** Opens the list of GPIOs that may get a track. */
export function AddTrack({ gpios }: { readonly gpios: readonly number[] }) {
	const isOpen = useEditor((state) => state.isAddingTrack);
	const names = useStore(namesStore);
	const pins = useStore(pinsStore, (state) => state.pins);
	const setOpen = (isAddingTrack: boolean): void => editorStore.setState({ isAddingTrack });
	const add = (gpio: number): void => {
		setOpen(false);
		change((document) => insertTrack(document, gpio));
	};
	return (
		<Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus shadow="none">
			<Popover.Target>
				<button
					type="button"
					className={styles["button"]}
					aria-expanded={isOpen}
					onClick={() => setOpen(!isOpen)}
				>
					<Plus size={14} />
					Add track
				</button>
			</Popover.Target>
			<Popover.Dropdown className={styles["list"] ?? ""} aria-label="GPIOs without a track">
				{gpios.map((gpio) => (
					<button key={gpio} type="button" className={styles["gpio"]} onClick={() => add(gpio)}>
						<b>{gpio}</b>
						<span className={styles["name"]}>{ownName(names, gpio) ?? ""}</span>
						<span className={styles["mode"]}>{modeText(pins[gpio]?.mode)}</span>
					</button>
				))}
				{gpios.length === 0 && <p className={styles["none"]}>Every GPIO of this board has a track.</p>}
			</Popover.Dropdown>
		</Popover>
	);
}

function modeText(mode: number | undefined): string {
	if (mode === undefined) return "";
	return mode === 0 ? "in" : mode === 1 ? "out" : "special";
}

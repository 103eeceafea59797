import { Menu } from "@mantine/core";
import { Ellipsis, EyeOff, GripVertical, Pencil } from "lucide-react";
import { type MouseEvent, memo, useState } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { connectionStore } from "../../stores/connectionStore.ts";
import { useGpioName } from "../../stores/hooks.ts";
import { styleGpio } from "../../stores/namesStore.ts";
import { pinsStore } from "../../stores/pinsStore.ts";
import { LevelBox } from "../../widgets/LevelBox.tsx";
import { figuresStore, levelOf } from "../figures/figuresStore.ts";
import { laneFigures, laneSpoken, purposeText } from "../figures/laneText.ts";
import { scopeStore } from "../scopeStore.ts";
import { dragLane } from "./dragLane.ts";
import type { Lane } from "./laneLayout.ts";
import styles from "./lanes.module.css";
import { selectLane } from "./selectLane.ts";

const COLORS = [1, 2, 3, 4, 5, 6, 7, 8];

/** One lane's header: colour, name, use, live figures, level. */
export const LaneHeader = memo(function LaneHeader({
	lane,
	phone,
}: {
	readonly lane: Lane;
	readonly phone: boolean;
}) {
	const { gpio } = lane;
	const name = useGpioName(gpio);
	const [isRenaming, setRenaming] = useState(false);
	const isSelected = useStore(scopeStore, (state) => state.selected.includes(gpio));
	const level = useStore(figuresStore, (state) => levelOf(state, gpio));
	const pin = useStore(pinsStore, (state) => state.pins[gpio]);
	const revision = useStore(connectionStore, ({ target }) =>
		target !== undefined && "revision" in target.state ? target.state.revision : undefined,
	);
	const figures = useStore(
		figuresStore,
		useShallow((state) => laneFigures(state.lanes[gpio], pin)),
	);
	const use = purposeText(pin, revision);
	const isTall = lane.height >= 36;
	const hasOwnName = name !== `GPIO ${gpio}`;
	return (
		// biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys.
		<div
			id={`lane-${gpio}`}
			className={styles[phone ? "phoneHeader" : "header"]}
			style={{ top: lane.top, height: lane.height, ["--tone" as string]: `var(--c${lane.color})` }}
			role="option"
			tabIndex={-1}
			aria-selected={isSelected}
			aria-label={laneSpoken(name, gpio, level, figures)}
			data-gpio={gpio}
			onClick={(event: MouseEvent<HTMLElement>) => {
				selectLane(gpio, event.ctrlKey || event.metaKey);
				// The list has the focus, not the lane: Space and arrows go on working the view.
				event.currentTarget.closest<HTMLElement>("[role=listbox]")?.focus({ preventScroll: true });
			}}
			onDoubleClick={() => setRenaming(true)}
		>
			<span className={styles["bar"]} />
			{!phone && (
				<button
					type="button"
					tabIndex={-1}
					className={styles["grip"]}
					aria-label="Drag to order"
					title="Drag to order (Alt ↑ ↓)"
					onClick={(event) => event.stopPropagation()}
					onPointerDown={(event) => dragLane(event, gpio)}
				>
					<GripVertical size={12} />
				</button>
			)}
			<span className={styles["label"]}>
				{isRenaming ? (
					<NameField name={hasOwnName ? name : ""} gpio={gpio} onDone={() => setRenaming(false)} />
				) : (
					<span className={styles["name"]}>{name}</span>
				)}
				{phone ? (
					hasOwnName && <span className={styles["second"]}>{gpio}</span>
				) : isTall ? (
					<span className={styles["second"]}>
						{hasOwnName ? `GPIO ${gpio}${use === undefined ? "" : ` · ${use}`}` : (use ?? "")}
					</span>
				) : null}
			</span>
			{!isTall && !phone && hasOwnName && figures.first === "" && (
				<span className={styles["second"]}>GPIO {gpio}</span>
			)}
			<span
				className={styles["figures"]}
				data-empty={figures.first === "" && figures.second === "" ? true : undefined}
				data-attention={figures.attention || undefined}
			>
				<span>{figures.first}</span>
				{(isTall || phone) && <span>{figures.second}</span>}
			</span>
			{!phone && <Tools gpio={gpio} onRename={() => setRenaming(true)} />}
			<LevelBox level={level} />
		</div>
	);
});

function Tools({ gpio, onRename }: { readonly gpio: number; readonly onRename: () => void }) {
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: only keeps clicks on the tools from selecting the lane.
		// biome-ignore lint/a11y/useKeyWithClickEvents: only keeps clicks on the tools from selecting the lane.
		<span className={styles["tools"]} onClick={(event) => event.stopPropagation()}>
			<button
				type="button"
				tabIndex={-1}
				aria-label="Hide lane"
				title="Hide lane"
				onClick={() => styleGpio(gpio, { hidden: true })}
			>
				<EyeOff size={14} />
			</button>
			<Menu withinPortal>
				<Menu.Target>
					<button type="button" tabIndex={-1} aria-label="Lane menu">
						<Ellipsis size={14} />
					</button>
				</Menu.Target>
				<Menu.Dropdown>
					<Menu.Item leftSection={<Pencil size={14} />} onClick={onRename}>
						Rename
					</Menu.Item>
					<Menu.Item leftSection={<EyeOff size={14} />} onClick={() => styleGpio(gpio, { hidden: true })}>
						Hide
					</Menu.Item>
					<Menu.Label>Colour</Menu.Label>
					<div className={styles["swatches"]}>
						{COLORS.map((color) => (
							<button
								key={color}
								type="button"
								aria-label={`Colour ${color}`}
								className={styles["swatch"]}
								style={{ background: `var(--c${color})` }}
								onClick={() => styleGpio(gpio, { colour: color })}
							/>
						))}
					</div>
				</Menu.Dropdown>
			</Menu>
		</span>
	);
}

function NameField({
	name,
	gpio,
	onDone,
}: {
	readonly name: string;
	readonly gpio: number;
	readonly onDone: () => void;
}) {
	return (
		<input
			className={styles["nameField"]}
			aria-label={`Name of GPIO ${gpio}`}
			defaultValue={name}
			placeholder={`GPIO ${gpio}`}
			maxLength={40}
			// biome-ignore lint/a11y/noAutofocus: the person has just asked to type here.
			autoFocus
			onFocus={(event) => event.currentTarget.select()}
			onClick={(event) => event.stopPropagation()}
			onDoubleClick={(event) => event.stopPropagation()}
			onBlur={(event) => {
				if (event.currentTarget.dataset["given"] !== "up")
					styleGpio(gpio, { name: event.currentTarget.value });
				onDone();
			}}
			onKeyDown={(event) => {
				event.stopPropagation();
				if (event.key === "Escape") event.currentTarget.dataset["given"] = "up";
				if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
			}}
		/>
	);
}

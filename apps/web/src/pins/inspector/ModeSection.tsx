import { alternateFunction, altModes, altOfMode, type Board } from "@gpioscope/logic";
import { Menu } from "@mantine/core";
import { useState } from "react";
import { inputMode, outputMode } from "../../actions/pins/pinCall.ts";
import { usePin } from "../../stores/pinsStore.ts";
import { Section } from "../../widgets/Section.tsx";
import { type Segment, Segments } from "../../widgets/Segments.tsx";
import { requestChange } from "../activity/pinGestures.ts";
import { favouriteAlt } from "../model/favouriteAlt.ts";
import { pullProvenance } from "../model/pullText.ts";
import { clockText } from "./clockText.ts";
import styles from "./inspector.module.css";

interface Props {
	readonly gpio: number;
	readonly board: Board;
	readonly disabled: boolean;
}

/** Mode and pull of a GPIO. */
export function ModeSection({ gpio, board, disabled }: Props) {
	return (
		<Section>
			<ModeControl gpio={gpio} board={board} disabled={disabled} />
			<div className={styles["spaced"]} />
			<PullControl gpio={gpio} disabled={disabled} />
		</Section>
	);
}

const stopped = {
	pwm: "PWM",
	servo: "the servo",
	hardwarePwm: "hardware PWM",
	clock: "the clock",
	wave: "the wave",
};

/** Mode of a GPIO: in, out, the ALT function people want most, and all the others. */
export function ModeControl({ gpio, board, disabled, touch = false }: Props & { readonly touch?: boolean }) {
	const facts = usePin(gpio);
	const [menuOpen, setMenuOpen] = useState(false);
	const favourite = favouriteAlt(gpio, board);
	const mode = facts?.mode;
	const otherAlt = mode === undefined ? undefined : altOfMode(mode);
	const isOther = otherAlt !== undefined && otherAlt !== favourite?.alt;
	const otherName =
		isOther && otherAlt !== undefined
			? (alternateFunction(gpio, otherAlt, board.processor)?.name ?? `ALT${otherAlt}`)
			: "Other…";
	const segments: readonly Segment<string>[] = [
		{ value: String(inputMode), label: "In" },
		{ value: String(outputMode), label: "Out" },
		...(favourite === undefined
			? []
			: [{ value: String(altModes[favourite.alt]), label: favourite.name, title: favourite.title }]),
		{ value: "other", label: otherName },
	];
	const set = (next: number): void => {
		if (next !== mode) requestChange("inspector", { command: "setMode", args: { gpio, mode: next } });
	};
	const kind = facts?.drive.kind;
	const stops = kind !== undefined && kind in stopped ? stopped[kind as keyof typeof stopped] : undefined;
	return (
		<>
			<div className={styles["label"]}>
				<span>Mode</span>
				{stops !== undefined && <span className={styles["hint"]}>stops {stops} when changed</span>}
			</div>
			<Menu opened={menuOpen} onChange={setMenuOpen} position="bottom-end" withinPortal>
				<div className={styles["anchored"]}>
					<Segments
						label="Mode"
						segments={segments}
						value={isOther ? "other" : mode === undefined ? undefined : String(mode)}
						disabled={disabled}
						size={touch ? "touch" : "normal"}
						onPick={(value) => (value === "other" ? setMenuOpen(true) : set(Number(value)))}
					/>
					<Menu.Target>
						<span className={styles["anchor"]} aria-hidden="true" />
					</Menu.Target>
				</div>
				<Menu.Dropdown>
					<Menu.Label>Alternate functions of GPIO {gpio}</Menu.Label>
					{altModes.map((altMode, alt) => (
						<Menu.Item key={altMode} onClick={() => set(altMode)}>
							ALT{alt} {alternateFunction(gpio, alt, board.processor)?.name ?? "reserved"}
							{altMode === mode ? " (now)" : ""}
						</Menu.Item>
					))}
				</Menu.Dropdown>
			</Menu>
		</>
	);
}

const pulls: readonly Segment<string>[] = [
	{ value: "0", label: "None" },
	{ value: "2", label: "Up" },
	{ value: "1", label: "Down" },
];

/** Pull of a GPIO and how far what is shown can be trusted. */
export function PullControl({
	gpio,
	disabled,
	touch = false,
}: {
	readonly gpio: number;
	readonly disabled: boolean;
	readonly touch?: boolean;
}) {
	const facts = usePin(gpio);
	return (
		<>
			<div className={styles["label"]}>
				<span>Pull</span>
				<span className={styles["hint"]}>{pullProvenance(facts, clockText)}</span>
			</div>
			<Segments
				label="Pull"
				segments={pulls}
				value={facts?.pull === undefined ? undefined : String(facts.pull.value)}
				disabled={disabled}
				size={touch ? "touch" : "normal"}
				onPick={(value) =>
					requestChange("inspector", { command: "setPull", args: { gpio, pull: Number(value) } })
				}
			/>
		</>
	);
}

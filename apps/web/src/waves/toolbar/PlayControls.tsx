import { Button, Popover, SegmentedControl } from "@mantine/core";
import { Activity, Play, Square } from "lucide-react";
import { useEffect, useState } from "react";
import { showView } from "../../stores/uiStore.ts";
import { IconButton } from "../../widgets/IconButton.tsx";
import { remedyFor } from "../inspector/remedyFor.ts";
import { editorStore, useEditor } from "../model/editorStore.ts";
import { player, usePlayer } from "../play/player.ts";
import { playheadOf } from "../play/playhead.ts";
import {
	armAndPlay,
	dismissQuestion,
	type PlayQuestion,
	playNow,
	playWith,
	togglePlay,
	usePlayQuestion,
} from "../play/playRequest.ts";
import { VerdictChip } from "../verify/VerdictChip.tsx";
import styles from "./Toolbar.module.css";

/** What is playing, once or repeated, and the button that plays and stops. `isLarge` is for fingers. */
export function PlayControls({ isLarge = false }: { readonly isLarge?: boolean }) {
	const isRepeated = useEditor((state) => state.isRepeated);
	const kind = usePlayer((state) => state.kind);
	const question = usePlayQuestion();
	return (
		<>
			<PlayStatus isLarge={isLarge} />
			<SegmentedControl
				size={isLarge ? "lg" : "xs"}
				className={styles["fixed"] ?? ""}
				aria-label="How often"
				data={[
					{ value: "once", label: "Once" },
					{ value: "repeat", label: "Repeat" },
				]}
				value={isRepeated ? "repeat" : "once"}
				onChange={(value) => editorStore.setState({ isRepeated: value === "repeat" })}
			/>
			<Popover
				opened={question.kind !== "none"}
				onChange={(isOpen) => !isOpen && dismissQuestion()}
				position={isLarge ? "top-end" : "bottom-end"}
				width={280}
				trapFocus
			>
				<Popover.Target>
					<Button
						size={isLarge ? "lg" : "xs"}
						variant="filled"
						className={styles["play"] ?? ""}
						leftSection={kind === "playing" ? <Square size={14} /> : <Play size={14} />}
						disabled={kind === "preparing"}
						onClick={togglePlay}
					>
						{kind === "playing" ? "Stop" : "Play"}
					</Button>
				</Popover.Target>
				<Popover.Dropdown>
					<Question question={question} />
				</Popover.Dropdown>
			</Popover>
		</>
	);
}

function Question({ question }: { readonly question: PlayQuestion }) {
	switch (question.kind) {
		case "none":
			return null;
		case "notArmed":
			return (
				<div className={styles["question"]}>
					<p>View only. Arm to play waves.</p>
					<Button size="xs" variant="filled" onClick={armAndPlay}>
						Arm and play
					</Button>
				</div>
			);
		case "problem": {
			const { problem } = question;
			const remedy = problem.remedy === undefined ? undefined : remedyFor(problem.remedy);
			return (
				<div className={styles["question"]}>
					<p>
						<b>{problem.text}</b> {problem.advice}
					</p>
					{remedy !== undefined && (
						<Button
							size="xs"
							onClick={() => {
								dismissQuestion();
								remedy.run();
							}}
						>
							{remedy.label}
						</Button>
					)}
				</div>
			);
		}
		case "taken":
			return (
				<div className={styles["question"]}>
					<p>
						<b>Another session or program is sending a wave.</b> Playing stops it.
					</p>
					<Button size="xs" variant="filled" onClick={() => playNow(question.outputs)}>
						Stop it and play
					</Button>
				</div>
			);
		case "outputs": {
			const { gpios } = question;
			const [one] = gpios;
			const are =
				gpios.length === 1 ? `GPIO ${one} is no output.` : `GPIO ${gpios.join(", ")} are no outputs.`;
			return (
				<div className={styles["question"]}>
					<p>
						<b>{are}</b> The wave would not show on {gpios.length === 1 ? "it" : "them"}.
					</p>
					<div className={styles["answers"]}>
						<Button size="xs" onClick={() => playWith()}>
							Play anyway
						</Button>
						<Button size="xs" variant="filled" onClick={() => playWith(gpios)}>
							Make {gpios.length === 1 ? "output" : "outputs"} and play
						</Button>
					</div>
				</div>
			);
		}
	}
}

function PlayStatus({ isLarge }: { readonly isLarge: boolean }) {
	const state = usePlayer((current) => current);
	switch (state.kind) {
		case "preparing":
			return (
				<span className={styles["status"]} data-large={isLarge || undefined}>
					Sending…
				</span>
			);
		case "playing":
			return (
				<span className={styles["status"]} data-large={isLarge || undefined} role="status">
					<span className={styles["dot"]} />
					<b>Playing</b>
					{state.isRepeated && <Rounds />}
					<VerdictChip />
					<InScope isLarge={isLarge} />
				</span>
			);
		case "failed":
			return (
				<span className={styles["status"]} data-large={isLarge || undefined} role="alert">
					<span className={styles["error"]} title={`${state.message} ${state.remedy ?? ""}`}>
						{state.message} {state.remedy}
					</span>
					<Button size="xs" variant="subtle" onClick={() => player.dismiss()}>
						Close
					</Button>
				</span>
			);
		case "idle":
			if (state.note === undefined) return null;
			return (
				<span className={styles["status"]} data-large={isLarge || undefined} role="status">
					{state.note}
					<VerdictChip />
					{state.hasPlayed && <InScope isLarge={isLarge} />}
				</span>
			);
	}
}

function InScope({ isLarge }: { readonly isLarge: boolean }) {
	const show = (): void => showView("scope");
	if (isLarge) return <IconButton size="lg" icon={Activity} label="Show in scope" onClick={show} />;
	return (
		<Button
			size="xs"
			variant="subtle"
			leftSection={<Activity size={14} />}
			aria-label="Show in scope"
			onClick={show}
		>
			<span className={styles["inScope"]}>Show in scope</span>
		</Button>
	);
}

/** Counts the rounds of a repeated wave, at 10 Hz. */
function Rounds() {
	const [round, setRound] = useState(1);
	useEffect(() => {
		const timer = setInterval(() => {
			const state = player.store.getState();
			if (state.kind === "playing") setRound(playheadOf(state, performance.now())?.round ?? 1);
		}, 100);
		return () => clearInterval(timer);
	}, []);
	return (
		<span className={styles["rounds"]}>round {round.toLocaleString("en").replaceAll(",", "\u2009")}</span>
	);
}

import { boardOf, pinOf } from "@gpioscope/logic";
import type { PinFacts } from "@gpioscope/protocol";
import { useStore } from "zustand";
import { figuresStore } from "../figures/figuresStore.ts";
import { lastChangeText, pullText, purposeText } from "../figures/laneText.ts";
import type { Channel } from "./channels.ts";

interface Props {
	readonly channel: Channel;
	/** Of a GPIO of the connected Pi. */
	readonly pin: PinFacts | undefined;
	readonly revision: number | undefined;
	readonly inverted: boolean;
}

/** What there is to know of a lane: its place, mode and pull with who says so, and when it changed last. */
export function LaneTip({ channel: { channel, name, place, gpio }, pin, revision, inverted }: Props) {
	const last = useStore(figuresStore, (state) => lastChangeText(state, channel));
	const header =
		gpio === undefined || revision === undefined ? undefined : pinOf(boardOf(revision), gpio)?.pin;
	const where = [
		name === place ? undefined : name,
		place,
		header === undefined ? undefined : `pin ${header}`,
	];
	const lines = [
		where.filter((part) => part !== undefined).join(", "),
		[purposeText(pin, revision, "long"), pullText(pin)].filter((part) => part !== undefined).join(", "),
		last === "" ? "" : `Last change ${last}`,
		inverted ? "Shown inverted: high is drawn where the line is low." : "",
	];
	return (
		<>
			{lines
				.filter((line) => line !== "")
				.map((line) => (
					<div key={line}>{line}</div>
				))}
		</>
	);
}

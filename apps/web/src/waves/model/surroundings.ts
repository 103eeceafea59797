import {
	boardOf,
	type CompiledWave,
	compileWave,
	findProblems,
	type WaveDocument,
	type WavePinFacts,
	type WaveProblem,
} from "@gpioscope/logic";
import type { PinFacts, TargetState } from "@gpioscope/protocol";
import { useMemo } from "react";
import { useStore } from "zustand";
import { connectionStore } from "../../stores/connectionStore.ts";
import { pinsStore } from "../../stores/pinsStore.ts";
import { editorStore, shownEdit, useEditor } from "./editorStore.ts";

/** Mask of the GPIOs 0 to 31 that pigpiod lets users change; undefined until the board is known. */
export function permittedMask(state: TargetState | undefined): number | undefined {
	if (state?.kind !== "live" && state?.kind !== "stale") return undefined;
	return Number(boardOf(state.revision).permittedMask & 0xffff_ffffn);
}

function pinFactsFor(pins: Readonly<Record<number, PinFacts>>): WavePinFacts[] {
	return Object.values(pins).map(({ gpio, mode, drive }) => {
		const { kind } = drive;
		const isKept = kind === "hardwarePwm" || kind === "clock" || kind === "pwm" || kind === "servo";
		return { gpio, mode, ...(isKept ? { drive: kind } : {}) };
	});
}

/** Compiles a document and says what stands against playing it, with what is known of the Pi now. */
export function inspectWave(
	document: WaveDocument,
	isRepeated: boolean,
): {
	compiled: CompiledWave;
	problems: readonly WaveProblem[];
} {
	const compiled = compileWave(document, { isRepeated });
	const permitted = permittedMask(connectionStore.getState().target?.state);
	const problems = findProblems(document, compiled.counts, {
		...(permitted === undefined ? {} : { permitted }),
		pins: pinFactsFor(pinsStore.getState().pins),
	});
	return { compiled, problems };
}

/** The open document compiled, with its problems; follows gestures, pins and the connection. */
export function useInspectedWave(): ReturnType<typeof inspectWave> {
	const document = useEditor((state) => shownEdit(state).document);
	const isRepeated = useStore(editorStore, (state) => state.isRepeated);
	const pins = useStore(pinsStore, (state) => state.pins);
	const target = useStore(connectionStore, (state) => state.target?.state);
	// biome-ignore lint/correctness/useExhaustiveDependencies: pins and target are what inspectWave reads.
	return useMemo(() => inspectWave(document, isRepeated), [document, isRepeated, pins, target]);
}

import { ArrowDown, ArrowUp, AtSign, type LucideIcon, Square } from "lucide-react";
import type { StepDraft } from "../model/stepDrafts.ts";

interface StepFacts {
	readonly kind: StepDraft["kind"];
	readonly label: string;
	readonly icon: LucideIcon;
	/** What a new step of the kind says. */
	readonly start: string;
	/** What its field is for; none without a field. */
	readonly field?: string;
}

/** The kinds of steps, in the order of the menu. */
export const stepFacts: readonly StepFacts[] = [
	{ kind: "write", label: "Write", icon: ArrowUp, start: "00", field: "Bytes to write" },
	{ kind: "read", label: "Read", icon: ArrowDown, start: "1", field: "Bytes to read" },
	{ kind: "stop", label: "Stop", icon: Square, start: "" },
	{ kind: "address", label: "Address", icon: AtSign, start: "", field: "Address in hex" },
];

import { ToyBrick } from "lucide-react";
import type { ViewDefinition } from "../frame/viewDefinition.ts";
import { lazyPart } from "../widgets/lazyPart.tsx";

/** The virtual devices around a simulated Pi: what they are at, and what can be done to them. */
export const benchView: ViewDefinition = {
	id: "bench",
	label: "Bench",
	icon: ToyBrick,
	Main: lazyPart(async () => (await import("./BenchMain.tsx")).BenchMain),
};

import { Cable } from "lucide-react";
import type { ViewDefinition } from "../frame/viewDefinition.ts";
import { logTab } from "../panels/log/index.ts";
import { lazyPart } from "../widgets/lazyPart.tsx";
import { i2cActions } from "./i2c/i2cActions.ts";

const parts = () => import("./parts.ts");

/** I²C, SPI and serial lines: what answers there, and what is said. */
export const busesView: ViewDefinition = {
	id: "buses",
	label: "Buses",
	icon: Cable,
	Main: lazyPart(async () => (await parts()).BusesMain),
	Toolbar: lazyPart(async () => (await parts()).BusesToolbar),
	phoneToolbar: true,
	Inspector: lazyPart(async () => (await parts()).BusesInspector),
	inspectorWidth: 348,
	drawer: [logTab],
	actions: i2cActions,
};

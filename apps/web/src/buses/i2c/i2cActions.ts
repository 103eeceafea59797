import { Radar, RefreshCw } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { isArmed } from "../../stores/uiStore.ts";
import { busesStore } from "../busesStore.ts";

const parts = () => import("./parts.ts");

const canAct = (): boolean => isArmed() && busesStore.getState().kind === "i2c";

/** What a person can do on I²C by key and palette. */
export const i2cActions = [
	defineAction({
		id: "i2c.scan",
		label: "Scan the I²C bus",
		icon: Radar,
		shortcuts: ["S"],
		enabled: canAct,
		run: async () => (await parts()).scanShownBus(),
	}),
	defineAction({
		id: "i2c.read",
		label: "Read all of the I²C device",
		icon: RefreshCw,
		shortcuts: ["R"],
		enabled: canAct,
		run: async () => (await parts()).readShownDevice(),
	}),
];

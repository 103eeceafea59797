import { ChartSpline } from "lucide-react";
import { defineAction } from "../../actions/defineAction.ts";
import { derivedTracks, quantities, quantityIds, setDerived } from "../lanes/derivedStore.ts";
import { scopeStore } from "../scopeStore.ts";

/** Drawing quantities of the selected lanes over time. */
export const derivedActions = quantityIds.map((quantity) =>
	defineAction({
		id: `scope.derived.${quantity}`,
		label: `${quantities[quantity].label} of the selected lanes over time`,
		icon: ChartSpline,
		enabled: () => scopeStore.getState().selected.length > 0,
		run: () => {
			const { selected } = scopeStore.getState();
			const shown = derivedTracks().filter((track) => track.quantity === quantity);
			const isAll = selected.every((channel) => shown.some((track) => track.channel === channel));
			for (const channel of selected) setDerived({ channel, quantity }, !isAll);
		},
	}),
);

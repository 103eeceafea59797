import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { followStorage } from "../../stores/followStorage.ts";
import { type Measure, measures } from "./measures.ts";

/** A table of measurements, whose columns a person chooses. */
export type MeasuresTableId = "inspector" | "drawer";

interface ColumnsState {
	/** Ids of the columns of each table. */
	readonly shown: Readonly<Record<MeasuresTableId, readonly string[]>>;
}

/** Which measures the tables show; kept in the browser. */
export const columnsStore = createStore<ColumnsState>()(
	persist(
		(): ColumnsState => ({
			shown: {
				inspector: ["rising", "falling", "frequency", "duty"],
				drawer: [
					"rising",
					"falling",
					"frequency",
					"duty",
					"high.mean",
					"high.deviation",
					"high.min",
					"high.max",
					"period.mean",
					"highTime",
					"known",
				],
			},
		}),
		{ name: "gpioscope.measures", version: 1 },
	),
);
followStorage(columnsStore);

/** The columns of a table, in the order of the measures. */
export function columnsOf(table: MeasuresTableId, { shown } = columnsStore.getState()): readonly Measure[] {
	return measures.filter(({ id }) => shown[table].includes(id));
}

/** Shows a column or takes it away. */
export function toggleColumn(table: MeasuresTableId, id: string): void {
	columnsStore.setState(({ shown }) => {
		const isShown = shown[table].includes(id);
		const columns = isShown ? shown[table].filter((other) => other !== id) : [...shown[table], id];
		return { shown: { ...shown, [table]: columns } };
	});
}

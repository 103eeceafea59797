import { useStore } from "zustand";
import { usePhone } from "../theme/phone.ts";
import { Segments } from "../widgets/Segments.tsx";
import { buses } from "./buses.ts";
import { busesStore } from "./busesStore.ts";
import { busKinds } from "./busKinds.ts";

const SEGMENTS = busKinds.map((kind) => ({ value: kind, label: buses[kind].label }));

/** Which kind of bus is on view, and what can be chosen of it. */
export function BusesToolbar() {
	const kind = useStore(busesStore, (state) => state.kind);
	const { Tools } = buses[kind];
	const isPhone = usePhone();
	return (
		<>
			<Segments
				label="Kind of bus"
				segments={SEGMENTS}
				value={kind}
				size={isPhone ? "touch" : "bar"}
				fit
				onPick={(picked) => busesStore.setState({ kind: picked })}
			/>
			{Tools !== undefined && <Tools />}
		</>
	);
}

import type { BenchEvent, BenchFacts, ControlValue, DeviceFacts } from "@gpioscope/protocol";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

/** How far the page is with the virtual bench: exactly one of these. */
type BenchStatus =
	| { readonly kind: "asking" }
	| { readonly kind: "here" }
	| { readonly kind: "failed"; readonly error: unknown };

interface BenchState {
	readonly status: BenchStatus;
	/** What the bench is called. */
	readonly name: string;
	readonly devices: readonly DeviceFacts[];
	/** What the controls are at now, by {@link controlKey}. */
	readonly values: Readonly<Record<string, ControlValue>>;
	/** Counts up when the picture of a display changes, by {@link controlKey}. */
	readonly pictures: Readonly<Record<string, number>>;
	/** What is looked for among the devices; empty shows all. */
	readonly wanted: string;
}

/** What stands on the virtual bench, as the simulator last said. */
export const benchStore = createStore<BenchState>()(() => ({
	status: { kind: "asking" },
	name: "",
	devices: [],
	values: {},
	pictures: {},
	wanted: "",
}));

/** Names a control of a device; neither name has a line feed in it. */
export const controlKey = (device: string, control: string): string => `${device}\n${control}`;

/** Takes in the whole bench. */
export function takeBench({ name, devices }: BenchFacts): void {
	const values = devices.flatMap((device) =>
		device.controls.flatMap((control) =>
			"value" in control ? [[controlKey(device.name, control.name), control.value] as const] : [],
		),
	);
	benchStore.setState(({ pictures }) => ({
		status: { kind: "here" },
		name,
		devices,
		values: Object.fromEntries(values),
		// A display of the same name may show something else now.
		pictures: Object.fromEntries(Object.entries(pictures).map(([key, count]) => [key, count + 1])),
	}));
}

/** The bridge is gone: the devices stand where they stood, but nobody knows what their controls are at. */
export function forgetValues(): void {
	benchStore.setState({ values: {} });
}

/** Takes in what happened on the bench. */
export function takeBenchEvent(event: BenchEvent): void {
	if (event.event === "bench") {
		takeBench(event.bench);
		return;
	}
	benchStore.setState((state) => {
		const values = { ...state.values };
		const pictures = { ...state.pictures };
		for (const { device, control, value } of event.values) {
			const key = controlKey(device, control);
			if (value === undefined) pictures[key] = (pictures[key] ?? 0) + 1;
			else values[key] = value;
		}
		return { values, pictures };
	});
}

/** Shows only the devices that fit the words; none shows all. */
export function findOnBench(wanted: string): void {
	benchStore.setState({ wanted });
}

/** A part of what is known of the bench. */
export function useBench<T>(select: (state: BenchState) => T): T {
	return useStore(benchStore, select);
}

/** The value of one control now; undefined while it is not known. */
export function useControlValue(device: string, control: string): ControlValue | undefined {
	return useStore(benchStore, (state) => state.values[controlKey(device, control)]);
}

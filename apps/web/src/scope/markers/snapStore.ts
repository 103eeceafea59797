import { createStore } from "zustand/vanilla";

/** An edge that a marker was put onto. */
export interface Snap {
	/** Capture time, µs. */
	readonly time: number;
	/** Channels that change there, as a mask. */
	readonly channels: number;
}

interface SnapState {
	/** By the marker's id. One that has moved since no longer counts. */
	readonly byMarker: Readonly<Record<string, Snap>>;
}

/** Which markers lie on an edge because they were put there. */
export const snapStore = createStore<SnapState>()(() => ({ byMarker: {} }));

/** Notes that a marker lies on an edge, or forgets it. */
export function noteSnap(id: string, snap: Snap | undefined): void {
	snapStore.setState(({ byMarker: { [id]: _old, ...others } }) => ({
		byMarker: snap === undefined ? others : { ...others, [id]: snap },
	}));
}

import { addressStore, type Place } from "../stores/addressStore.ts";
import { connectionStore, ownTarget } from "../stores/connectionStore.ts";
import { onViewStore } from "../stores/onViewStore.ts";
import { uiStore, type ViewId, viewIds } from "../stores/uiStore.ts";

/** The capture that is there again when the page is opened anew. */
const LASTING = "live";

/** What an address says. */
export interface Route {
	readonly view?: ViewId;
	readonly selectedGpio?: number;
	/** Channel of the file on view that is selected. */
	readonly channel?: number;
	/** Times of the live capture, µs. */
	readonly time?: Place["time"];
}

/** Reads `#/<target>/<view>?t=<from>..<to>&sel=<gpio>`, of a file `sel=ch<channel>`; parts that make no sense are left out. */
export function readRoute(hash: string): Route {
	const [path = "", query = ""] = hash.replace(/^#/, "").split("?");
	const parameters = new URLSearchParams(query);
	const view = viewIds.find((id) => id === path.split("/")[2]);
	const selected = parameters.get("sel") ?? "";
	const gpio = Number.parseInt(selected, 10);
	const [, channel] = /^ch(3[01]|[12]?\d)$/.exec(selected) ?? [];
	const [from = Number.NaN, to = Number.NaN] = (parameters.get("t") ?? "").split("..").map(Number.parseFloat);
	return {
		...(view === undefined ? {} : { view }),
		...(gpio >= 0 && gpio <= 53 ? { selectedGpio: gpio } : {}),
		...(channel === undefined ? {} : { channel: Number(channel) }),
		...(Number.isFinite(from) && Number.isFinite(to) && from < to ? { time: { from, to } } : {}),
	};
}

/** The address of a view. */
export function writeRoute(target: string, { view, selectedGpio, channel, time }: Route): string {
	const selected = channel === undefined ? selectedGpio : `ch${channel}`;
	const query = [
		...(time === undefined ? [] : [`t=${micros(time.from)}..${micros(time.to)}`]),
		...(selected === undefined ? [] : [`sel=${selected}`]),
	].join("&");
	return `#/${target}/${view}${query === "" ? "" : `?${query}`}`;
}

/** To the nanosecond. */
function micros(time: number): string {
	return String(Number(time.toFixed(3)));
}

/** The Pi that an address names; undefined when it names none. */
export function targetInAddress(hash: string): string | undefined {
	return /^#\/([^/?]+)/.exec(hash)?.[1];
}

export interface Routing {
	/** Whether this page may change the address now: the window's is that of the page with the keys. */
	mayWrite(): boolean;
	/** Hears the address of this page whenever it has become another. */
	onChanged(address: string): void;
	/** A step in the history has led to another Pi. */
	onOther(target: string): void;
	/** A step in the history has led to the Pi of this page, which may be behind another. */
	onOwn(): void;
}

/** Ties the page's address to what it shows: back and forward walk views and jumps, a copied address opens the same. */
export function startRouting({ mayWrite, onChanged, onOther, onOwn }: Routing): () => void {
	const follow = (place: Place | undefined): void => {
		const { view, selectedGpio, time } = readRoute(location.hash);
		uiStore.setState({
			...(view !== undefined && { view }),
			...(selectedGpio !== undefined && { selectedGpio }),
		});
		addressStore.setState({ asked: place ?? { capture: LASTING, time } });
	};
	const onStep = ({ state }: PopStateEvent): void => {
		const target = targetInAddress(location.hash);
		if (target !== undefined && target !== ownTarget()) {
			onOther(target);
			return;
		}
		onOwn();
		follow(placeOf(state));
		onChanged(location.hash);
	};
	const write = (isNew: boolean): void => {
		if (!mayWrite()) return;
		const { view, selectedGpio } = uiStore.getState();
		const { place } = addressStore.getState();
		const isHere = view === "scope" && place.capture === LASTING;
		const address = writeRoute(ownTarget(), {
			view,
			...(selectedGpio !== undefined && { selectedGpio }),
			...(isHere && { time: place.time }),
			...(view === "scope" && place.channel !== undefined && { channel: place.channel }),
		});
		if (isNew) history.pushState(place, "", address);
		else history.replaceState(place, "", address);
		onChanged(address);
	};
	const { time: asked, channel } = readRoute(location.hash);
	// The history outlives the page, and open files are opened again.
	const kept = placeOf(history.state);
	const last = kept && { ...kept, channel };
	const isOfFile = last !== undefined && last.capture !== LASTING && asked === undefined;
	follow(isOfFile ? last : undefined);
	// Until the capture is there, the address goes on saying what was asked for.
	addressStore.setState({ place: isOfFile ? last : { capture: LASTING, time: asked } });
	write(false);
	window.addEventListener("popstate", onStep);
	const stops = [
		uiStore.subscribe((state, before) => {
			if (readRoute(location.hash).view !== state.view) write(true);
			else if (state.selectedGpio !== before.selectedGpio) write(false);
		}),
		addressStore.subscribe(({ place, isJump }, before) => {
			if (place !== before.place && !isSame(place, placeOf(history.state))) write(isJump);
		}),
		onViewStore.subscribe(({ isOnView, isFocused }, before) => {
			const isTurned = isFocused && !before.isFocused;
			// A step in the history has brought its own address; to go from one to another on view is no step.
			if (isTurned && targetInAddress(location.hash) !== ownTarget()) write(!before.isOnView && isOnView);
		}),
		connectionStore.subscribe(() => {
			if (targetInAddress(location.hash) !== ownTarget()) write(false);
		}),
	];
	return () => {
		for (const stop of stops) stop();
		window.removeEventListener("popstate", onStep);
	};
}

/** The place that an entry of the history keeps; entries of others are not ours. */
function placeOf(state: unknown): Place | undefined {
	if (typeof state !== "object" || state === null || !("capture" in state)) return undefined;
	return state as Place;
}

function isSame(a: Place, b: Place | undefined): boolean {
	return (
		a.capture === b?.capture &&
		a.channel === b.channel &&
		a.time?.from === b.time?.from &&
		a.time?.to === b.time?.to
	);
}

import { uiStore, type ViewId } from "../stores/uiStore.ts";

const VIEWS: readonly ViewId[] = ["scope", "pins", "waves", "bench", "settings"];

/** Reads `#/<target>/<view>?sel=<gpio>`; parts that make no sense are left out. */
export function readRoute(hash: string): { view?: ViewId; selectedGpio?: number } {
	const [path = "", query = ""] = hash.replace(/^#/, "").split("?");
	const view = VIEWS.find((id) => id === path.split("/")[2]);
	const gpio = Number.parseInt(new URLSearchParams(query).get("sel") ?? "", 10);
	return {
		...(view === undefined ? {} : { view }),
		...(gpio >= 0 && gpio <= 53 ? { selectedGpio: gpio } : {}),
	};
}

/** The address of a view. */
export function writeRoute(target: string, view: ViewId, selectedGpio: number | undefined): string {
	return `#/${target}/${view}${selectedGpio === undefined ? "" : `?sel=${selectedGpio}`}`;
}

/** Ties the page's address to what it shows: back and forward walk views, a copied address opens the same one. */
export function startRouting(target: string): () => void {
	const follow = (): void => {
		uiStore.setState(readRoute(location.hash));
	};
	follow();
	const { view, selectedGpio } = uiStore.getState();
	history.replaceState(null, "", writeRoute(target, view, selectedGpio));
	window.addEventListener("popstate", follow);
	window.addEventListener("hashchange", follow);
	const stop = uiStore.subscribe((state, before) => {
		const address = writeRoute(target, state.view, state.selectedGpio);
		if (address === location.hash) return;
		if (state.view !== before.view) history.pushState(null, "", address);
		else if (state.selectedGpio !== before.selectedGpio) history.replaceState(null, "", address);
	});
	return () => {
		stop();
		window.removeEventListener("popstate", follow);
		window.removeEventListener("hashchange", follow);
	};
}

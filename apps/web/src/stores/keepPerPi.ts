import { connectionStore } from "./connectionStore.ts";
import { piKey } from "./namesStore.ts";

/** As much of a store that is kept in the browser as is used here. */
interface KeptStore {
	/** Not there in tests without a browser. */
	readonly persist?: {
		getOptions(): { readonly name?: string };
		setOptions(options: { readonly name: string }): void;
		rehydrate(): Promise<void> | void;
	};
}

/**
 * Keeps a store under the name of the Pi that this page is about: what was chosen for one Pi says nothing of another. It
 * is read when that Pi is known, so its options say `skipHydration`.
 */
export function keepPerPi({ persist }: KeptStore): void {
	if (persist === undefined) return;
	const { name = "" } = persist.getOptions();
	const turn = ({ target } = connectionStore.getState()): void => {
		if (target === undefined) return;
		const own = `${name}@${piKey(target)}`;
		if (persist.getOptions().name === own) return;
		persist.setOptions({ name: own });
		void persist.rehydrate();
	};
	turn();
	connectionStore.subscribe(turn);
}

import { persist } from "zustand/middleware";
import { createStore } from "zustand/vanilla";
import { connectionStore } from "../stores/connectionStore.ts";
import { followStorage } from "../stores/followStorage.ts";
import { piKey } from "../stores/namesStore.ts";
import { isArmed, uiStore } from "../stores/uiStore.ts";

/** When which Pi was last acted on while armed, ms of epoch; kept in the browser. */
const armedPis = createStore<{ readonly byPi: Readonly<Record<string, number>> }>()(
	persist(() => ({ byPi: {} }), { name: "gpioscope.armed", version: 1 }),
);
followStorage(armedPis);

/** Who armed for one Pi has not meant another: a page opened anew is armed if its own Pi was. The answer ends it. */
export function startKeepingArmed(): () => void {
	let pi: string | undefined;
	const begin = ({ target } = connectionStore.getState()): void => {
		if (pi !== undefined || target === undefined) return;
		pi = piKey(target);
		const armedAt = armedPis.getState().byPi[pi];
		if (uiStore.getState().armedAt !== undefined) keep();
		else if (armedAt !== undefined && isArmed({ armedAt })) uiStore.setState({ armedAt });
	};
	const keep = (): void => {
		if (pi === undefined) return;
		const { armedAt } = uiStore.getState();
		const { [pi]: _old, ...others } = armedPis.getState().byPi;
		armedPis.setState({ byPi: armedAt === undefined ? others : { ...others, [pi]: armedAt } });
	};
	begin();
	const stops = [
		connectionStore.subscribe(begin),
		uiStore.subscribe(({ armedAt }, before) => {
			if (armedAt !== before.armedAt) keep();
		}),
	];
	return () => {
		for (const stop of stops) stop();
	};
}

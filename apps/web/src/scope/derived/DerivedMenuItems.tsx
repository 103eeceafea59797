import { Menu } from "@mantine/core";
import { useStore } from "zustand";
import { derivedStore, derivedTracks, quantities, quantityIds, setDerived } from "../lanes/derivedStore.ts";

/** Which quantities of a lane are drawn over time. */
export function DerivedMenuItems({ channel }: { readonly channel: number }) {
	useStore(derivedStore);
	const tracks = derivedTracks();
	return (
		<>
			<Menu.Label>Over time</Menu.Label>
			{quantityIds.map((quantity) => {
				const isShown = tracks.some((track) => track.channel === channel && track.quantity === quantity);
				return (
					<Menu.CheckboxItem
						key={quantity}
						checked={isShown}
						title={quantities[quantity].summary}
						onChange={() => setDerived({ channel, quantity }, !isShown)}
					>
						{quantities[quantity].label}
					</Menu.CheckboxItem>
				);
			})}
		</>
	);
}

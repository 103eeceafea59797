import { Menu } from "@mantine/core";
import { useState } from "react";
import type { Channel } from "./channels.ts";
import { styleChannel } from "./channelsStore.ts";
import styles from "./lanes.module.css";
import { Swatches } from "./Swatches.tsx";

/** The bar in a trace's colour; a click opens the palette. */
export function ColorBar({ channel, color }: { readonly channel: Channel; readonly color: number }) {
	const [isOpen, setOpen] = useState(false);
	// Not a control within the option: those who do not point find the colours in the menu.
	const bar = (
		<span
			aria-hidden="true"
			className={styles["bar"]}
			title={`Colour of ${channel.name}`}
			onClick={() => setOpen(!isOpen)}
		/>
	);
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: only keeps clicks on the palette from selecting the lane.
		// biome-ignore lint/a11y/useKeyWithClickEvents: only keeps clicks on the palette from selecting the lane.
		<span className={styles["barRoom"]} onClick={(event) => event.stopPropagation()}>
			{isOpen ? (
				<Menu opened onChange={setOpen} position="bottom-start" withinPortal>
					<Menu.Target>{bar}</Menu.Target>
					<Menu.Dropdown p={0}>
						<Swatches
							color={color}
							onPick={(colour) => {
								styleChannel(channel.channel, { colour });
								setOpen(false);
							}}
						/>
					</Menu.Dropdown>
				</Menu>
			) : (
				bar
			)}
		</span>
	);
}

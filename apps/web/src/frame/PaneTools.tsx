import { ActionIcon, Tooltip } from "@mantine/core";
import { Keyboard, X } from "lucide-react";
import { useStore } from "zustand";
import { ownTarget } from "../stores/connectionStore.ts";
import { onViewStore } from "../stores/onViewStore.ts";
import { useNameBeside } from "../stores/useBeside.ts";
import { usePhone } from "../theme/phone.ts";
import styles from "./PaneTools.module.css";
import { closeTarget } from "./targets/startTargetPages.ts";

/** Where several Pis are side by side: whether keys go to this one, and a way to take it off the view. */
export function PaneTools() {
	const name = useNameBeside();
	const isFocused = useStore(onViewStore, (state) => state.isFocused);
	const isPhone = usePhone();
	if (name === undefined) return null;
	const text = `Keys go to ${name}`;
	return (
		<>
			<Tooltip label={text}>
				<span
					className={styles["keys"]}
					data-focused={isFocused || undefined}
					role="img"
					aria-label={text}
					aria-hidden={!isFocused}
				>
					<Keyboard size={14} />
				</span>
			</Tooltip>
			<Tooltip label="Show the others only. Its capture goes on.">
				<ActionIcon
					size={isPhone ? "lg" : "sm"}
					aria-label={`Take ${name} off the view`}
					onClick={() => closeTarget(ownTarget())}
				>
					<X size={isPhone ? 20 : 14} />
				</ActionIcon>
			</Tooltip>
		</>
	);
}

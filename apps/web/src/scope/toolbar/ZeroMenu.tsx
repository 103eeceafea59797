import { Button, Menu } from "@mantine/core";
import { Check, ChevronDown } from "lucide-react";
import { useStore } from "zustand";
import { shownStore } from "../../bridge/index.ts";
import { scopeStore, type ZeroChoice } from "../scopeStore.ts";
import { useShownHit } from "../trigger/shownHit.ts";
import styles from "./toolbar.module.css";

/** What the ruler counts from. */
export function ZeroMenu() {
	const zero = useStore(scopeStore, (state) => state.zero);
	const cursors = useStore(scopeStore, (state) => state.cursors);
	const named = useStore(scopeStore, (state) => state.named);
	const hit = useShownHit();
	const hasClock = useStore(shownStore, (state) => state.anchor !== undefined);
	const choices: readonly { readonly zero: ZeroChoice; readonly label: string; readonly enabled: boolean }[] =
		[
			{ zero: { kind: "start" }, label: "Start", enabled: true },
			{ zero: { kind: "clock" }, label: "Wall clock", enabled: hasClock },
			{
				zero: { kind: "trigger" },
				label: hit === undefined ? "Trigger" : `Trigger ${hit.trigger}`,
				enabled: hit !== undefined,
			},
			{ zero: { kind: "cursor", cursor: "gold" }, label: "Gold", enabled: cursors.gold !== undefined },
			{ zero: { kind: "cursor", cursor: "green" }, label: "Green", enabled: cursors.green !== undefined },
			...named.map(({ number, name }) => ({
				zero: { kind: "marker" as const, number },
				label: `Marker ${number} ${name}`.trim(),
				enabled: true,
			})),
		];
	const shownZero: ZeroChoice = zero.kind === "trigger" && hit === undefined ? { kind: "start" } : zero;
	const isChosen = (choice: ZeroChoice): boolean => JSON.stringify(choice) === JSON.stringify(shownZero);
	const chosen = choices.find((choice) => isChosen(choice.zero))?.label ?? "Start";
	return (
		<Menu>
			<Menu.Target>
				<Button
					variant="subtle"
					size="xs"
					aria-label={`Zero ${chosen}`}
					rightSection={<ChevronDown size={12} />}
				>
					<span className={styles["prefix"]}>Zero</span>
					<span className={styles["zero"]}>{chosen}</span>
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Label>The ruler counts from</Menu.Label>
				{choices.map((choice) => (
					<Menu.Item
						key={choice.label}
						disabled={!choice.enabled}
						rightSection={isChosen(choice.zero) ? <Check size={14} /> : undefined}
						onClick={() => scopeStore.setState({ zero: choice.zero, zeroChosen: true })}
					>
						{choice.label}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}

import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { bridge } from "../../bridge/index.ts";
import { useArmed } from "../../stores/hooks.ts";
import { noteAction } from "../../stores/uiStore.ts";
import { useLive } from "../activity/currentBoard.ts";
import styles from "./BankList.module.css";

interface Props {
	readonly title: string;
	readonly bank: 1 | 2;
	/** GPIO of each bit, from bit 0. */
	readonly gpios: readonly number[];
	readonly level: number;
	/** Bits whose level is known. */
	readonly known: number;
	readonly permitted: (gpio: number) => boolean;
	readonly children?: ReactNode;
}

const commands = {
	1: { set: "setBank1", clear: "clearBank1" },
	2: { set: "setBank2", clear: "clearBank2" },
} as const;

function hex(word: number): string {
	return `0x${(word >>> 0).toString(16).padStart(8, "0").toUpperCase()}`;
}

function hasBit(word: number, bit: number): boolean {
	return ((word >>> bit) & 1) === 1;
}

/** One bank: its levels as bits and as a word; the bits picked are set or cleared in one command. */
export function BankTable({ title, bank, gpios, level, known, permitted, children }: Props) {
	const armed = useArmed();
	const live = useLive();
	const [picked, setPicked] = useState(0);
	const [error, setError] = useState<string>();
	const send = (change: "set" | "clear"): void => {
		noteAction();
		setError(undefined);
		bridge.call(commands[bank][change], { bits: picked }).catch((failure: unknown) => {
			setError(failure instanceof Error ? failure.message : String(failure));
		});
	};
	const count = gpios.filter((_, bit) => hasBit(picked, bit)).length;
	const disabled = !armed || !live || count === 0;
	return (
		<section className={styles["bank"]} aria-label={title}>
			<header className={styles["head"]}>
				<h3>{title}</h3>
				<code className="mono">{known === 0 ? "–" : hex(level)}</code>
			</header>
			{children !== undefined && <p className={styles["note"]}>{children}</p>}
			<div className={styles["bits"]}>
				{gpios.map((gpio, bit) => {
					const word = !hasBit(known, bit) ? "unknown" : hasBit(level, bit) ? "high" : "low";
					return (
						<button
							key={gpio}
							type="button"
							className={styles["bit"]}
							data-level={word}
							data-permitted={permitted(gpio)}
							aria-pressed={hasBit(picked, bit)}
							aria-label={`GPIO ${gpio}, ${word}`}
							title={permitted(gpio) ? undefined : "pigpiod does not let programs change it on this board"}
							onClick={() => setPicked((mask) => (mask ^ (1 << bit)) >>> 0)}
						>
							{gpio}
						</button>
					);
				})}
			</div>
			<div className={styles["actions"]}>
				<Button size="xs" disabled={disabled} onClick={() => send("set")}>
					Set {count > 0 && count} high
				</Button>
				<Button size="xs" disabled={disabled} onClick={() => send("clear")}>
					Set {count > 0 && count} low
				</Button>
				<Button size="xs" variant="subtle" disabled={count === 0} onClick={() => setPicked(0)}>
					Pick none
				</Button>
				<span className={styles["mask"]}>
					{count === 0 ? "Pick GPIOs to change them together." : `Mask ${hex(picked)}. Only outputs change.`}
				</span>
			</div>
			{error !== undefined && (
				<p className={styles["error"]} role="alert">
					{error}
				</p>
			)}
		</section>
	);
}

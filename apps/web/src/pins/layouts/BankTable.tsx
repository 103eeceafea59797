import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import { errorText } from "../../actions/errorWords.ts";
import { SameInCode } from "../../panels/code/SameInCode.tsx";
import { useArmed } from "../../stores/hooks.ts";
import { pinsStore } from "../../stores/pinsStore.ts";
import { usePhone } from "../../theme/phone.ts";
import { type BankChange, bankCommands, changeBank, lookAtBank } from "../activity/bankGestures.ts";
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
	const size = usePhone() ? "lg" : "xs";
	const pins = useStore(pinsStore, (state) => state.pins);
	const [picked, setPicked] = useState(0);
	const [error, setError] = useState<string>();
	const [asked, setAsked] = useState<{ readonly change: BankChange; readonly text: string }>();
	const send = (change: BankChange): void => {
		setAsked(undefined);
		setError(undefined);
		changeBank(change).catch((failure: unknown) => setError(errorText(failure)));
	};
	const request = (kind: BankChange["change"]): void => {
		const change = { bank, change: kind, gpios: gpios.filter((_, bit) => hasBit(picked, bit)), bits: picked };
		const { barred, warning } = lookAtBank(change);
		setError(barred);
		setAsked(barred === undefined && warning !== undefined ? { change, text: warning } : undefined);
		if (barred === undefined && warning === undefined) send(change);
	};
	const pick = (mask: number): void => {
		setPicked(mask);
		setAsked(undefined);
		setError(undefined);
	};
	const count = gpios.filter((_, bit) => hasBit(picked, bit)).length;
	const disabled = !armed || !live || count === 0;
	const { set, clear } = bankCommands[bank];
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
					const locked = pins[gpio]?.locked === true;
					return (
						<button
							key={gpio}
							type="button"
							className={styles["bit"]}
							data-level={word}
							data-permitted={permitted(gpio)}
							data-locked={locked || undefined}
							aria-pressed={hasBit(picked, bit)}
							aria-label={`GPIO ${gpio}, ${word}${locked ? ", locked" : ""}`}
							title={permitted(gpio) ? undefined : "pigpiod does not let programs change it on this board"}
							onClick={() => pick((picked ^ (1 << bit)) >>> 0)}
						>
							{gpio}
						</button>
					);
				})}
			</div>
			<div className={styles["actions"]}>
				<Button size={size} disabled={disabled} onClick={() => request("set")}>
					Set {count > 0 && count} high
				</Button>
				<Button size={size} disabled={disabled} onClick={() => request("clear")}>
					Set {count > 0 && count} low
				</Button>
				<Button size={size} variant="subtle" disabled={count === 0} onClick={() => pick(0)}>
					Pick none
				</Button>
				<span className={styles["mask"]}>
					{count === 0 ? "Pick GPIOs to change them together." : `Mask ${hex(picked)}. Only outputs change.`}
				</span>
			</div>
			{asked !== undefined && (
				<div className={styles["question"]} role="alertdialog" aria-label={`Change of ${title}`}>
					<p>{asked.text}</p>
					<Button size={size} variant="filled" onClick={() => send(asked.change)}>
						Change {count === 1 ? "it" : "them"}
					</Button>
					<Button size={size} variant="subtle" onClick={() => setAsked(undefined)}>
						Cancel
					</Button>
				</div>
			)}
			{error !== undefined && (
				<p className={styles["error"]} role="alert">
					{error}
				</p>
			)}
			{count > 0 && (
				<div className={styles["code"]}>
					<SameInCode
						title="High and low in code"
						calls={[
							{ name: set, args: { bits: picked } },
							{ name: clear, args: { bits: picked } },
						]}
					/>
				</div>
			)}
		</section>
	);
}

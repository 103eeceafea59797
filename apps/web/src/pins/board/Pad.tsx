import type { PadClass } from "@gpioscope/logic";
import { useBusy, useLevel } from "../activity/liveLevels.ts";
import { useActivity } from "../activity/pinActivityStore.ts";
import styles from "./Pad.module.css";

const powerText = { "3v3": "3V3", "5v": "5V", ground: "GND" } as const;

/** The metal of a power or ground pin. */
export function PowerPad({ kind }: { readonly kind: keyof typeof powerText }) {
	return (
		<span className={styles["pad"]} data-class={kind}>
			{powerText[kind]}
		</span>
	);
}

interface Props {
	readonly gpio: number;
	readonly padClass: PadClass;
	/** False while there is no connection: then nothing is known of any level. */
	readonly live: boolean;
	readonly selected: boolean;
	readonly locked: boolean;
	readonly held: boolean;
}

/** The metal of a GPIO's pin: filled high, hollow low, hatched unknown, half filled while it changes fast. */
export function Pad({ gpio, padClass, live, selected, locked, held }: Props) {
	const level = useLevel(gpio);
	const busy = useBusy(gpio);
	const pending = useActivity((state) => (state.pending[gpio] ?? 0) > 0);
	const shown = !live || level === undefined ? "unknown" : level === 1 ? "high" : "low";
	const ring = held ? "held" : pending ? "pending" : selected ? "selected" : undefined;
	return (
		<span
			className={styles["pad"]}
			data-pad={gpio}
			data-class={padClass}
			data-level={shown}
			data-busy={(live && busy) || undefined}
			data-locked={locked || undefined}
		>
			{ring !== undefined && <span className={styles["ring"]} data-kind={ring} />}
		</span>
	);
}

import { useState } from "react";
import { errorText } from "../../actions/errorWords.ts";
import { bridge } from "../../bridge/index.ts";
import { SameInCode } from "../../panels/code/SameInCode.tsx";
import { useArmed } from "../../stores/hooks.ts";
import { noteAction } from "../../stores/uiStore.ts";
import { usePhone } from "../../theme/phone.ts";
import { type Segment, Segments } from "../../widgets/Segments.tsx";
import { useLive } from "../activity/currentBoard.ts";
import styles from "./BankList.module.css";
import { pads, usePadStrengths } from "./usePadStrengths.ts";

/** What the chip can be set to, in mA. */
const choices: readonly Segment<number>[] = [2, 4, 6, 8, 10, 12, 14, 16].map((strength) => ({
	value: strength,
	label: String(strength),
	title: `${strength} mA`,
}));

/** How strongly groups of pads drive their lines. */
export function PadStrengths() {
	const armed = useArmed();
	const live = useLive();
	const phone = usePhone();
	const { strengths, refresh } = usePadStrengths();
	const [error, setError] = useState<string>();
	const [last, setLast] = useState<{ readonly pad: number; readonly strength: number }>();
	const set = (pad: number, strength: number): void => {
		noteAction();
		setError(undefined);
		setLast({ pad, strength });
		bridge.call("setPadStrength", { pad, strength }).then(refresh, (failure: unknown) => {
			setError(errorText(failure));
		});
	};
	return (
		<section className={styles["bank"]} aria-label="Pad strength">
			<header className={styles["head"]}>
				<h3>Pad strength</h3>
				<span className={styles["mask"]}>mA</span>
			</header>
			<p className={styles["note"]}>
				How much a high or low output gives before its level leaves the allowed range, for all GPIOs of a
				group and for all programs. It limits no current: a short circuit draws more.
			</p>
			{pads.map(({ pad, gpios }) => (
				<div key={pad} className={styles["pad"]}>
					<span>{gpios}</span>
					<Segments
						label={`Strength of ${gpios}`}
						segments={choices}
						value={strengths[pad]}
						disabled={!armed || !live}
						size={phone ? "touch" : "normal"}
						onPick={(strength) => set(pad, strength)}
					/>
				</div>
			))}
			{error !== undefined && (
				<p className={styles["error"]} role="alert">
					{error}
				</p>
			)}
			{last !== undefined && (
				<div className={styles["code"]}>
					<SameInCode calls={[{ name: "setPadStrength", args: last }]} />
				</div>
			)}
		</section>
	);
}

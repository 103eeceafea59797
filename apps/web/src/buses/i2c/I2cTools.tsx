import { useUi } from "../../stores/hooks.ts";
import { usePhone } from "../../theme/phone.ts";
import { BusPicker } from "./tools/BusPicker.tsx";
import { ClockFacts } from "./tools/ClockFacts.tsx";
import styles from "./tools/I2cTools.module.css";
import { OpenHandles } from "./tools/OpenHandles.tsx";

/** Which bus is on view, how fast its clock is, and what is open. */
export function I2cTools() {
	const isPhone = usePhone();
	const isShown = useUi((state) => state.view === "buses");
	return (
		<>
			<span className={styles["separator"]} />
			<BusPicker />
			<span className={styles["grow"]} />
			{!isPhone && isShown && <ClockFacts />}
			{!isPhone && <OpenHandles />}
		</>
	);
}

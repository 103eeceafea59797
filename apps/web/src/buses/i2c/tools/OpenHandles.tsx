import { useI2c } from "../state/useI2c.ts";
import styles from "./I2cTools.module.css";

/** pigpiod has so many handles for I²C, for all programs together. */
const ALL = 512;

/** How many devices this page holds open. */
export function OpenHandles() {
	const handles = useI2c((state) => Object.keys(state.handles).length);
	return (
		<span className={styles["handles"]} title="They are closed when this page leaves">
			{handles} of {ALL} handles yours
		</span>
	);
}

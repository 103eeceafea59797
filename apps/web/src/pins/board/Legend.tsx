import type { PadClass } from "@gpioscope/logic";
import styles from "./Legend.module.css";

const classes: readonly (readonly [PadClass, string])[] = [
	["gpio", "GPIO"],
	["i2c", "I²C"],
	["spi", "SPI"],
	["uart", "UART"],
	["pwm", "PWM"],
	["id", "ID EEPROM"],
	["3v3", "3.3 V"],
	["5v", "5 V"],
	["ground", "Ground"],
];

/** What the pads' shapes and colours mean. */
export function Legend() {
	return (
		<div className={styles["legend"]}>
			{(["high", "low", "unknown"] as const).map((level) => (
				<span key={level}>
					<b data-level={level} />
					{level}
				</span>
			))}
			<span className={styles["separator"]} />
			{classes.map(([padClass, name]) => (
				<span key={padClass}>
					<b data-class={padClass} />
					{name}
				</span>
			))}
			<span className={styles["end"]}>Traces: last 2 s</span>
		</div>
	);
}

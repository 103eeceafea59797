import type { DeviceFacts } from "@gpioscope/protocol";
import { useId } from "react";
import { selectGpio, showView } from "../stores/uiStore.ts";
import { ControlRow } from "./ControlRow.tsx";
import styles from "./DeviceCard.module.css";

/** One virtual device: its GPIOs, and everything that can be done to it or read off it. */
export function DeviceCard({ device }: { readonly device: DeviceFacts }) {
	const { name, kind, gpios, controls } = device;
	const id = useId();
	return (
		<section className={styles["card"]} aria-labelledby={id}>
			<div className={styles["head"]}>
				<h3 id={id} className={styles["name"]}>
					{name}
				</h3>
				<span className={styles["kind"]}>{kind}</span>
			</div>
			<div className={styles["pins"]}>
				{Object.entries(gpios).map(([pin, gpio]) => (
					<button
						key={pin}
						type="button"
						className={styles["pin"]}
						title={`Show GPIO ${gpio} among the pins`}
						onClick={() => {
							selectGpio(gpio);
							showView("pins");
						}}
					>
						{pin} <span className={styles["gpio"]}>GPIO {gpio}</span>
					</button>
				))}
			</div>
			<div className={styles["controls"]}>
				{controls.map((control) => (
					<ControlRow key={control.name} device={name} control={control} />
				))}
				{controls.length === 0 && <span className={styles["none"]}>Does what it does by itself.</span>}
			</div>
		</section>
	);
}

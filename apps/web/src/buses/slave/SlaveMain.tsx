import { useStore } from "zustand";
import { ActBand, ProblemNote } from "../../panels/act/index.ts";
import { ReceivedList } from "./ReceivedList.tsx";
import { SendForm } from "./SendForm.tsx";
import { SetUpForm } from "./SetUpForm.tsx";
import styles from "./slave.module.css";
import { slaveStore } from "./slave.ts";

/** The chip itself as an I2C or SPI device that another master talks to. */
export function SlaveMain() {
	const error = useStore(slaveStore, (state) => state.error);
	return (
		<div className={styles["tool"]}>
			<ActBand to="make this Pi a slave" />
			{error !== undefined && <ProblemNote error={error} />}
			<div className={styles["columns"]}>
				<SetUpForm />
				<div className={styles["talk"]}>
					<ReceivedList />
					<SendForm />
				</div>
			</div>
		</div>
	);
}

import { ActBand } from "../../panels/act/index.ts";
import { usePhone } from "../../theme/phone.ts";
import { DevicePanel } from "./device/DevicePanel.tsx";
import { I2cInspector } from "./I2cInspector.tsx";
import styles from "./I2cMain.module.css";
import { DeviceList } from "./scan/DeviceList.tsx";
import { ScanSection } from "./scan/ScanSection.tsx";

/** Who answers on an I²C bus, and what one of them holds. */
export function I2cMain() {
	const isPhone = usePhone();
	return (
		<div className={styles["main"]}>
			<ActBand to="use the bus" />
			<div className={styles["columns"]}>
				<div className={styles["side"]}>
					<ScanSection />
					<DeviceList />
				</div>
				<div className={styles["device"]}>
					<DevicePanel />
				</div>
				{isPhone && (
					<div className={styles["rest"]}>
						<I2cInspector />
					</div>
				)}
			</div>
		</div>
	);
}

import { type ScanMethod, scanAddresses } from "@gpioscope/logic";
import { Button, Menu } from "@mantine/core";
import { ChevronDown, Radar } from "lucide-react";
import { usePhone } from "../../../theme/phone.ts";
import { Section } from "../../../widgets/Section.tsx";
import { timeOfDay } from "../../timeOfDay.ts";
import { scanBus, stopScan } from "../deeds/scanBus.ts";
import { busKey, busWords, type I2cBus } from "../model/i2cBus.ts";
import { i2cSettings } from "../state/i2cSettings.ts";
import type { Scan } from "../state/i2cStore.ts";
import { useCanUse } from "../state/useCanUse.ts";
import { useBus, useI2c, useI2cSettings } from "../state/useI2c.ts";
import { LinesNow } from "./LinesNow.tsx";
import { ScanGrid } from "./ScanGrid.tsx";
import styles from "./ScanSection.module.css";
import { TakenLines } from "./TakenLines.tsx";

/** The ways of asking, as i2cdetect has them. */
const methods: Readonly<Record<ScanMethod, { readonly label: string; readonly hint: string }>> = {
	auto: { label: "Write or read by address", hint: "as i2cdetect: reads where EEPROMs and displays are" },
	quick: { label: "Quick write everywhere", hint: "i2cdetect -q; can upset some EEPROMs" },
	read: { label: "Read a byte everywhere", hint: "i2cdetect -r; can upset write-only chips" },
};

/** Asks every address who is there, and shows the answers as i2cdetect draws them. */
export function ScanSection() {
	const bus = useBus();
	const scan = useI2c((state) => state.scans[busKey(bus)]);
	const running = useI2c((state) => state.running);
	const isPhone = usePhone();
	const method = useI2cSettings((state) => state.method);
	const isScanning = running === `scan ${busWords(bus)}`;
	const size = isPhone ? "lg" : "xs";
	return (
		<Section
			title={<>Scan {!isPhone && <Words scan={scan} isScanning={isScanning} />}</>}
			aside={
				<span className={styles["actions"]}>
					{bus.kind === "controller" && <MethodMenu method={method} size={size} />}
					<ScanButton bus={bus} isScanning={isScanning} />
				</span>
			}
		>
			{isPhone && (
				<p className={styles["below"]}>
					<Words scan={scan} isScanning={isScanning} />
				</p>
			)}
			{bus.kind === "bitBang" && <TakenLines bus={bus} />}
			<ScanGrid bus={bus} scan={scan} />
			{scan !== undefined && !isScanning && scan.found.length + scan.busy.length === 0 && (
				<p className={styles["none"]}>
					Nobody answered. <LinesNow bus={bus} />
				</p>
			)}
		</Section>
	);
}

function ScanButton({ bus, isScanning }: { readonly bus: I2cBus; readonly isScanning: boolean }) {
	const canUse = useCanUse();
	const isPhone = usePhone();
	const method = useI2cSettings((state) => state.method);
	const size = isPhone ? "lg" : "xs";
	if (isScanning)
		return (
			<Button size={size} onClick={stopScan}>
				Stop
			</Button>
		);
	return (
		<Button
			size={size}
			variant="filled"
			leftSection={<Radar size={12} />}
			disabled={!canUse}
			onClick={() => void scanBus(bus, method)}
		>
			Scan
		</Button>
	);
}

/** How far it is; only its end is announced. */
function Words({ scan, isScanning }: { readonly scan: Scan | undefined; readonly isScanning: boolean }) {
	return (
		<span className={styles["hint"]} aria-live={isScanning ? "off" : "polite"}>
			{scanWords(scan, isScanning)}
		</span>
	);
}

function scanWords(scan: Scan | undefined, isScanning: boolean): string {
	if (scan === undefined) return isScanning ? "asking…" : "not yet";
	const answered = `${scan.found.length} answered`;
	if (isScanning) return `${scan.asked} of ${scanAddresses.length} asked, ${answered}`;
	return `${scan.asked} addresses, ${answered}, ${timeOfDay(scan.at)}`;
}

function MethodMenu({ method, size }: { readonly method: ScanMethod; readonly size: "xs" | "lg" }) {
	return (
		<Menu position="bottom-end" width={300}>
			<Menu.Target>
				<Button
					size={size}
					variant="subtle"
					rightSection={<ChevronDown size={12} />}
					aria-label={`How to ask: ${methods[method].label}`}
				>
					How
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.RadioGroup value={method} onChange={(id) => i2cSettings.setState({ method: id as ScanMethod })}>
					{Object.entries(methods).map(([id, { label, hint }]) => (
						<Menu.RadioItem key={id} value={id} closeMenuOnClick>
							{label}
							<br />
							<span className={styles["hint"]}>{hint}</span>
						</Menu.RadioItem>
					))}
				</Menu.RadioGroup>
			</Menu.Dropdown>
		</Menu>
	);
}

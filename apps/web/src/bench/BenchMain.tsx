import { TextInput } from "@mantine/core";
import { Search, ToyBrick } from "lucide-react";
import { errorText } from "../actions/errorWords.ts";
import { findOnBench, useBench } from "../stores/benchStore.ts";
import { useConnection } from "../stores/connectionStore.ts";
import { usePhone } from "../theme/phone.ts";
import { EmptyNote } from "../widgets/EmptyNote.tsx";
import styles from "./BenchMain.module.css";
import { DeviceCard } from "./DeviceCard.tsx";
import { fits } from "./fits.ts";
import { useBenchFeed } from "./useBenchFeed.ts";

/** From this many devices on there is a field to find one. */
const MANY = 7;

/** The virtual devices around a simulated Pi. */
export function BenchMain() {
	useBenchFeed();
	const target = useConnection((state) => state.target);
	const status = useBench((state) => state.status);
	if (target?.simulated === false) {
		return (
			<EmptyNote icon={ToyBrick}>
				Virtual devices stand around a simulated Pi only. This one is real, or was started elsewhere.
			</EmptyNote>
		);
	}
	if (status.kind === "failed") return <EmptyNote icon={ToyBrick}>{errorText(status.error)}</EmptyNote>;
	if (status.kind === "asking") return <EmptyNote icon={ToyBrick}>Looking at the bench…</EmptyNote>;
	return <Devices />;
}

function Devices() {
	const name = useBench((state) => state.name);
	const devices = useBench((state) => state.devices);
	const wanted = useBench((state) => state.wanted);
	const isPhone = usePhone();
	if (devices.length === 0) {
		return (
			<EmptyNote icon={ToyBrick}>
				Nothing stands on this bench. Start gpioscope with --bench and a file, or without for the default one.
			</EmptyNote>
		);
	}
	const found = devices.filter((device) => fits(device, wanted));
	return (
		<div className={styles["page"]}>
			<div className={styles["head"]}>
				<h2 className={styles["title"]}>{name}</h2>
				<span className={styles["count"]}>{devices.length} devices, simulated</span>
				{(devices.length >= MANY || wanted !== "") && (
					<TextInput
						className={styles["find"] ?? ""}
						size={isPhone ? "lg" : "xs"}
						aria-label="Find a device"
						placeholder="Name, kind or GPIO"
						leftSection={<Search size={14} />}
						value={wanted}
						onChange={(event) => findOnBench(event.currentTarget.value)}
					/>
				)}
			</div>
			{found.length === 0 && (
				<p className={styles["none"]} role="status">
					No device is called “{wanted}”, of that kind, or on that GPIO.
				</p>
			)}
			<div className={styles["cards"]}>
				{found.map((device) => (
					<DeviceCard key={device.name} device={device} />
				))}
			</div>
		</div>
	);
}

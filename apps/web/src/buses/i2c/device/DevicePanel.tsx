import { hexText, isMemory, kindsAt, registersOf } from "@gpioscope/logic";
import { Button, Switch } from "@mantine/core";
import { MousePointerClick, RefreshCw } from "lucide-react";
import { ProblemNote } from "../../../panels/act/index.ts";
import { usePhone } from "../../../theme/phone.ts";
import { EmptyNote } from "../../../widgets/EmptyNote.tsx";
import { type Segment, Segments } from "../../../widgets/Segments.tsx";
import { timeOfDay } from "../../timeOfDay.ts";
import { readDevice } from "../deeds/readDevice.ts";
import { deviceKey, type I2cBus } from "../model/i2cBus.ts";
import { hasImage } from "../model/reading.ts";
import { type DeviceTab, i2cSettings } from "../state/i2cSettings.ts";
import { chooseKind, isSureOf, kindAt } from "../state/i2cStore.ts";
import { useCanUseAs } from "../state/useCanUse.ts";
import { useEverySecond } from "../state/useEverySecond.ts";
import { useAddress, useBus, useI2c, useI2cSettings } from "../state/useI2c.ts";
import { AccessEditor } from "./AccessEditor.tsx";
import { ByteImageView } from "./ByteImageView.tsx";
import { CompareView } from "./CompareView.tsx";
import { DeviceMenu } from "./DeviceMenu.tsx";
import styles from "./DevicePanel.module.css";
import { MemoryEditor } from "./MemoryEditor.tsx";
import { RegisterTable } from "./RegisterTable.tsx";

/** The device on view: what its registers hold, and what can be written there. */
export function DevicePanel() {
	const bus = useBus();
	const address = useAddress();
	const running = useI2c((state) => state.running);
	if (address === undefined)
		return (
			<>
				<Problem />
				<EmptyNote icon={MousePointerClick}>
					{running === undefined
						? "Scan the bus and choose a device to see what its registers hold."
						: "Asking who is there…"}
				</EmptyNote>
			</>
		);
	return <DeviceOf key={deviceKey(bus, address)} bus={bus} address={address} />;
}

function Problem() {
	const problem = useI2c((state) => state.problem);
	return problem === undefined ? null : <ProblemNote error={problem.error} remedy={problem.remedy} />;
}

interface Props {
	readonly bus: I2cBus;
	readonly address: number;
}

function DeviceOf({ bus, address }: Props) {
	const kind = useI2c((state) => kindAt(state, bus, address));
	const tab = useShownTab(bus, address);
	return (
		<>
			<Head bus={bus} address={address} />
			{kind.caution !== undefined && <p className={styles["caution"]}>{kind.caution}</p>}
			<Doubt bus={bus} address={address} />
			<Problem />
			<Tabs bus={bus} address={address} tab={tab} />
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
			<section className={styles["content"]} aria-label="Contents of the device" tabIndex={0}>
				{tab === "registers" && <RegisterTable bus={bus} address={address} kind={kind} />}
				{tab === "bytes" && <ByteImageView bus={bus} address={address} kind={kind} />}
				{tab === "compare" && <CompareView bus={bus} address={address} kind={kind} />}
			</section>
			{isMemory(kind) ? (
				<MemoryEditor bus={bus} address={address} kind={kind} />
			) : (
				<AccessEditor key={kind.access} bus={bus} address={address} kind={kind} />
			)}
		</>
	);
}

function Head({ bus, address }: Props) {
	const kind = useI2c((state) => kindAt(state, bus, address));
	const open = useI2c((state) => state.handles[deviceKey(bus, address)]);
	const canUse = useCanUseAs(bus, address);
	const isSure = useI2c((state) => isSureOf(state, bus, address));
	const everySecond = useEverySecond(isSure ? deviceKey(bus, address) : undefined, () =>
		readDevice(bus, address, true),
	);
	const isPhone = usePhone();
	const size = isPhone ? "lg" : "xs";
	return (
		<div className={styles["head"]}>
			<span className={`mono ${styles["address"]}`}>{hexText(address)}</span>
			<div className={styles["names"]}>
				<h2 className={styles["name"]}>
					{kind.name} {kind.what}
				</h2>
				<p className={styles["fact"]}>
					{bus.kind === "bitBang"
						? `bit-banged at ${bus.baud} baud`
						: open === undefined
							? "opened and closed for each use"
							: `handle ${open.handle}, opened by you at ${timeOfDay(open.at)}`}
				</p>
			</div>
			<Switch
				label="Read every 1 s"
				checked={everySecond.isOn}
				disabled={!everySecond.canBe}
				onChange={(event) => everySecond.set(event.currentTarget.checked)}
			/>
			<Button
				size={size}
				leftSection={<RefreshCw size={12} />}
				// While it is read by itself the button would only blink.
				disabled={everySecond.isOn || !canUse}
				onClick={() => void readDevice(bus, address)}
			>
				Read all
			</Button>
			<DeviceMenu bus={bus} address={address} />
		</div>
	);
}

/** Asks which device it is, where reading it as the one that was guessed could change another. */
function Doubt({ bus, address }: Props) {
	const kind = useI2c((state) => kindAt(state, bus, address));
	const isSure = useI2c((state) => isSureOf(state, bus, address));
	const size = usePhone() ? "lg" : "xs";
	if (isSure) return null;
	return (
		<div className={styles["doubt"]}>
			<p>
				Is it a {kind.name}? {kind.risk}
			</p>
			<div className={styles["answers"]}>
				{kindsAt(address)
					.filter(isMemory)
					.map(({ id, name }) => (
						<Button key={id} size={size} onClick={() => chooseKind(bus, address, id)}>
							It is a {name}
						</Button>
					))}
			</div>
		</div>
	);
}

function useShownTab(bus: I2cBus, address: number): DeviceTab {
	const kind = useI2c((state) => kindAt(state, bus, address));
	const chosen = useI2cSettings((state) => state.tab);
	if (chosen === "registers" && registersOf(kind).length === 0) return "bytes";
	return chosen === "bytes" && !hasImage(kind) ? "registers" : chosen;
}

function Tabs({ bus, address, tab }: Props & { readonly tab: DeviceTab }) {
	const kind = useI2c((state) => kindAt(state, bus, address));
	const reading = useI2c((state) => state.readings[deviceKey(bus, address)]);
	const registers = registersOf(kind).length;
	const isPhone = usePhone();
	const segments: readonly Segment<DeviceTab>[] = [
		...(registers > 0 ? [{ value: "registers", label: `Registers ${registers}` } as const] : []),
		...(hasImage(kind) ? [{ value: "bytes", label: "Bytes" } as const] : []),
		{ value: "compare", label: "Compare" },
	];
	return (
		<div className={styles["tabs"]}>
			<Segments
				label="What is shown"
				segments={segments}
				value={tab}
				size={isPhone ? "touch" : "bar"}
				fit
				onPick={(picked) => i2cSettings.setState({ tab: picked })}
			/>
			{reading === undefined ? (
				<span>not read yet</span>
			) : tab === "compare" ? (
				<span>read {timeOfDay(reading.at)}</span>
			) : (
				<span className={styles["legend"]}>changed since last read, {timeOfDay(reading.at)}</span>
			)}
		</div>
	);
}

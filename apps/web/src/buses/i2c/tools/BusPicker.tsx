import { Button } from "@mantine/core";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { usePhone } from "../../../theme/phone.ts";
import { NumberField } from "../../../widgets/NumberField.tsx";
import { PanelPopover } from "../../../widgets/PanelPopover.tsx";
import { Segments } from "../../../widgets/Segments.tsx";
import { giveLinesBack } from "../deeds/openDevice.ts";
import {
	bitBangBaud,
	busKey,
	busLabel,
	busWords,
	capital,
	type I2cBus,
	lastBitBangGpio,
	lastController,
	linesOf,
} from "../model/i2cBus.ts";
import { i2cSettings } from "../state/i2cSettings.ts";
import { i2cStore } from "../state/i2cStore.ts";
import { useBus, useI2c, useI2cSettings } from "../state/useI2c.ts";
import styles from "./I2cTools.module.css";

const kinds = [
	{ value: "controller", label: "Controller" },
	{ value: "bitBang", label: "Bit-bang" },
] as const;

/** The bus on view: a controller of the chip, or any two GPIOs. */
export function BusPicker() {
	const [isOpen, setOpen] = useState(false);
	const bus = useBus();
	const isBusy = useI2c((state) => state.running !== undefined);
	const isPhone = usePhone();
	return (
		<PanelPopover
			label="Bus"
			isOpen={isOpen}
			width={300}
			onClose={() => setOpen(false)}
			target={
				<Button
					size={isPhone ? "lg" : "xs"}
					variant="subtle"
					disabled={isBusy}
					rightSection={<ChevronDown size={12} />}
					onClick={() => setOpen(!isOpen)}
				>
					{isPhone ? capital(busWords(bus)) : busLabel(bus)}
				</Button>
			}
		>
			<Segments
				label="Who moves the lines"
				segments={kinds}
				value={bus.kind}
				size={isPhone ? "touch" : "normal"}
				onPick={(kind) => showBus(kind === "controller" ? { kind, number: 1 } : lastBitBang())}
			/>
			{bus.kind === "controller" ? <ControllerFields bus={bus} /> : <BitBangFields bus={bus} />}
		</PanelPopover>
	);
}

function showBus(bus: I2cBus): void {
	i2cSettings.setState({ bus });
	// They tell of the bus before.
	i2cStore.setState({ problem: undefined, result: undefined });
}

function lastBitBang(): I2cBus {
	return { kind: "bitBang", ...i2cSettings.getState().bitBang };
}

function ControllerFields({ bus }: { readonly bus: Extract<I2cBus, { kind: "controller" }> }) {
	const isPhone = usePhone();
	return (
		<>
			<div className={styles["fields"]}>
				<span>Bus of Linux, /dev/i2c-</span>
				<NumberField
					label="Number of the bus"
					value={bus.number}
					min={0}
					max={lastController}
					width={80}
					large={isPhone}
					onChange={(number) => showBus({ kind: "controller", number })}
				/>
			</div>
			<p className={styles["hint"]}>
				1 is the one on the header, GPIO 2 and 3. 0 is on GPIO 0 and 1, which the ID EEPROM of HATs uses.
				Others come with overlays.
			</p>
		</>
	);
}

function BitBangFields({ bus }: { readonly bus: Extract<I2cBus, { kind: "bitBang" }> }) {
	const isPhone = usePhone();
	const kept = useI2cSettings((state) => state.bitBang);
	const change = (to: Partial<typeof kept>): void => {
		const bitBang = { ...kept, ...to };
		// Its lines would stay taken, with nothing on view that gives them back.
		if (i2cStore.getState().ports[busKey(bus)] !== undefined) void giveLinesBack(bus);
		i2cSettings.setState({ bitBang });
		showBus({ kind: "bitBang", ...bitBang });
	};
	const field = (label: string, key: "sda" | "scl") => (
		<>
			<span>{label}</span>
			<NumberField
				label={label}
				value={bus[key]}
				min={0}
				max={lastBitBangGpio}
				range={`GPIO 0 to ${lastBitBangGpio}`}
				width={96}
				large={isPhone}
				onChange={(gpio) => change({ [key]: gpio })}
			/>
		</>
	);
	return (
		<>
			<div className={styles["fields"]}>
				{field("SDA, GPIO", "sda")}
				{field("SCL, GPIO", "scl")}
				<span>Bits a second</span>
				<NumberField
					label="Bits a second"
					value={bus.baud}
					min={bitBangBaud.min}
					max={bitBangBaud.max}
					unit="baud"
					width={128}
					large={isPhone}
					onChange={(baud) => change({ baud })}
				/>
			</div>
			<p className={`${styles["hint"]} ${bus.sda === bus.scl ? styles["attention"] : ""}`}>
				{bus.sda === bus.scl
					? "SDA and SCL must be two different GPIOs."
					: `pigpiod moves GPIO ${linesOf(bus)?.sda} and ${linesOf(bus)?.scl} itself, from when you take them until they are given back. Both need pull-ups to 3.3 V.`}
			</p>
		</>
	);
}

import { type Board, fixedPullUp, hexText } from "@gpioscope/logic";
import { Button } from "@mantine/core";
import { useState } from "react";
import { usePhone } from "../../../theme/phone.ts";
import { Chip } from "../../../widgets/Chip.tsx";
import { FieldForm } from "../../../widgets/FieldForm.tsx";
import { useFieldGroup, useIsWrong } from "../../../widgets/fieldGroup.ts";
import { useBoard } from "../../useBoard.ts";
import { openDevice } from "../deeds/openDevice.ts";
import { HexField } from "../device/HexField.tsx";
import { busKey, deviceKey, type I2cBus, linesOf } from "../model/i2cBus.ts";
import { kindAt, selectAddress } from "../state/i2cStore.ts";
import { useCanUse } from "../state/useCanUse.ts";
import { useAddress, useBus, useI2c } from "../state/useI2c.ts";
import styles from "./DeviceList.module.css";
import { OtherHandles } from "./OtherHandles.tsx";

const LAST_ADDRESS = 0x7f;

/** Who answered on the bus, and what they probably are. */
export function DeviceList() {
	const bus = useBus();
	const found = useI2c((state) => state.scans[busKey(bus)]?.found ?? []);
	const current = useAddress();
	const board = useBoard();
	// A device that was chosen by its address without having answered.
	const others = current === undefined || found.includes(current) ? [] : [current];
	return (
		<>
			<div className={styles["head"]}>
				<h3>Devices</h3>
				<span>Names are guesses from the address and a read</span>
			</div>
			{[...found, ...others].map((address) => (
				<DeviceRow key={address} bus={bus} address={address} isCurrent={address === current} />
			))}
			<OtherAddress bus={bus} />
			<OtherHandles />
			<p className={styles["foot"]}>{pullUpWords(bus, board)}</p>
		</>
	);
}

interface RowProps {
	readonly bus: I2cBus;
	readonly address: number;
	readonly isCurrent: boolean;
}

function DeviceRow({ bus, address, isCurrent }: RowProps) {
	const key = deviceKey(bus, address);
	const kind = useI2c((state) => kindAt(state, bus, address));
	const open = useI2c((state) => state.handles[key]);
	const evidence = useI2c((state) =>
		state.chosenKinds[key] === undefined ? state.guesses[key]?.evidence.text : "chosen by you",
	);
	const hasAnswered = useI2c((state) => state.scans[busKey(bus)]?.found.includes(address) === true);
	const unknown = hasAnswered ? "answers; its kind is not known" : "chosen by its address";
	const canUse = useCanUse();
	const isPhone = usePhone();
	return (
		<div className={styles["row"]} data-current={isCurrent || undefined}>
			<button
				type="button"
				className={styles["pick"]}
				aria-current={isCurrent || undefined}
				onClick={() => selectAddress(bus, address)}
			>
				<span className={`mono ${styles["address"]}`}>{hexText(address)}</span>
				<span className={styles["name"]}>
					{kind.name} {kind.what}
				</span>
				<span className={styles["evidence"]}>{evidence ?? unknown}</span>
			</button>
			{bus.kind === "controller" &&
				(open !== undefined ? (
					<Chip tone={isCurrent ? "accent" : "plain"}>Open, handle {open.handle}</Chip>
				) : (
					<Button
						size={isPhone ? "lg" : "xs"}
						disabled={!canUse}
						aria-label={`Open ${hexText(address)}`}
						onClick={() => void openDevice(bus.number, address)}
					>
						Open
					</Button>
				))}
		</div>
	);
}

function OtherAddress({ bus }: { readonly bus: I2cBus }) {
	const [address, setAddress] = useState(0x20);
	const fields = useFieldGroup();
	const isWrong = useIsWrong(fields);
	const size = usePhone() ? "lg" : "xs";
	const show = (): void => {
		if (!isWrong) selectAddress(bus, address);
	};
	return (
		<FieldForm className={styles["other"]} fields={fields} onSubmit={show}>
			<span>Other address</span>
			<HexField label="Other address" value={address} max={LAST_ADDRESS} onChange={setAddress} />
			<Button size={size} disabled={isWrong} onClick={show}>
				Show
			</Button>
		</FieldForm>
	);
}

function pullUpWords(bus: I2cBus, board: Board | undefined): string {
	const lines = linesOf(bus);
	if (lines === undefined) return "Both lines need pull-ups to 3.3 V.";
	const { sda, scl } = lines;
	const ohms = board && fixedPullUp(sda, board);
	if (board === undefined || ohms === undefined || fixedPullUp(scl, board) !== ohms)
		return `GPIO ${sda} and ${scl} need pull-ups to 3.3 V: 1.8 to 10 kΩ, or on the module.`;
	return `GPIO ${sda} and ${scl} carry fixed ${ohms / 1000} kΩ pull-ups.`;
}

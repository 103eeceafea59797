import { type DeviceKind, hexText } from "@gpioscope/logic";
import { EmptyNote } from "../../../widgets/EmptyNote.tsx";
import { printable } from "../../../widgets/hexBytes.ts";
import { deviceKey, type I2cBus } from "../model/i2cBus.ts";
import { imageOf } from "../model/reading.ts";
import { useI2c } from "../state/useI2c.ts";
import styles from "./ByteImageView.module.css";

const ROW = 16;
const heads = Array.from({ length: ROW }, (_, index) => hexText(index, 1).padStart(2)).join(" ");

interface Props {
	readonly bus: I2cBus;
	readonly address: number;
	readonly kind: DeviceKind;
}

/** All bytes of a device by their address, sixteen in a row, with their letters. */
export function ByteImageView({ bus, address, kind }: Props) {
	const reading = useI2c((state) => state.readings[deviceKey(bus, address)]);
	if (reading === undefined) return <EmptyNote>Read all shows every byte of the device here.</EmptyNote>;
	const image = imageOf(kind, reading);
	const rows = Array.from({ length: Math.ceil(image.length / ROW) }, (_, index) => index * ROW);
	return (
		<table className={`mono ${styles["table"]}`}>
			<thead>
				<tr>
					<th scope="col" aria-label="Address" />
					<th scope="col">{heads}</th>
					<th scope="col">Text</th>
				</tr>
			</thead>
			<tbody>
				{rows.map((from) => (
					<tr key={from}>
						<th scope="row">{hexText(from, image.length > 256 ? 4 : 2)}</th>
						<td>
							<Bytes from={from} bytes={image.slice(from, from + ROW)} changed={reading.changed} />
						</td>
						<td className={styles["text"]}>{textOf(image.slice(from, from + ROW))}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

interface BytesProps {
	readonly from: number;
	readonly bytes: readonly (number | undefined)[];
	readonly changed: ReadonlySet<number>;
}

function Bytes({ from, bytes, changed }: BytesProps) {
	return bytes.map((byte, index) => {
		const place = from + index;
		const text = byte === undefined ? "··" : hexText(byte);
		const className = changed.has(place) ? "changed" : byte === undefined ? "unknown" : undefined;
		return (
			<span key={place}>
				{index > 0 && " "}
				<span className={className && styles[className]}>{text}</span>
			</span>
		);
	});
}

function textOf(bytes: readonly (number | undefined)[]): string {
	return bytes.map((byte) => (byte === undefined ? " " : printable(byte))).join("");
}

import { hexText } from "@gpioscope/logic";
import { usePhone } from "../../../theme/phone.ts";
import { NumberField } from "../../../widgets/NumberField.tsx";
import { parseHexFirst } from "../model/numbers.ts";

interface Props {
	readonly label: string;
	/** 0 to `max`. */
	readonly value: number;
	readonly max: number;
	/** Hex digits shown at least. */
	readonly digits?: number;
	readonly onChange: (value: number) => void;
}

/** An address or a place, in hex. */
export function HexField({ label, value, max, digits = 2, onChange }: Props) {
	return (
		<NumberField
			label={label}
			value={value}
			min={0}
			max={max}
			range={`${hexText(0, digits)} to ${hexText(max, digits)} in hex`}
			width={64}
			large={usePhone()}
			format={(next) => hexText(next, digits)}
			parse={parseHexFirst}
			onChange={onChange}
		/>
	);
}

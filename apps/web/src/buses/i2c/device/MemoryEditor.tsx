import type { DeviceKind } from "@gpioscope/logic";
import { useState } from "react";
import { readMemory, writeMemory } from "../deeds/accessMemory.ts";
import type { I2cBus } from "../model/i2cBus.ts";
import { memorySize, readPageBytes } from "../model/memory.ts";
import { useCanUseAs } from "../state/useCanUse.ts";
import { CountField, HandForm, PlaceField } from "./HandForm.tsx";

interface Props {
	readonly bus: I2cBus;
	readonly address: number;
	readonly kind: DeviceKind;
}

/** Reads and writes parts of a memory. */
export function MemoryEditor({ bus, address, kind }: Props) {
	const [place, setPlace] = useState(0);
	const [count, setCount] = useState(16);
	const [text, setText] = useState("");
	const canUse = useCanUseAs(bus, address);
	const written = readPageBytes(kind, place, text);
	return (
		<HandForm
			text={text}
			placeholder="bytes in hex"
			problem={written.ok ? undefined : written.problem}
			onText={setText}
			canUse={canUse}
			deeds={[
				{ label: "Read", writes: false, run: () => void readMemory(bus, address, kind, place, count) },
				{
					label: "Write",
					writes: true,
					run: () => {
						if (written.ok) void writeMemory(bus, address, kind, place, written.data);
					},
				},
			]}
		>
			<PlaceField
				title="Place"
				label="Place in the memory"
				value={place}
				max={memorySize(kind) - 1}
				digits={4}
				onChange={setPlace}
			/>
			<CountField value={count} max={memorySize(kind)} onChange={setCount} />
		</HandForm>
	);
}

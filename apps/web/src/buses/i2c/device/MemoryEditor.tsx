import type { DeviceKind } from "@gpioscope/logic";
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { usePhone } from "../../../theme/phone.ts";
import { NumberField } from "../../../widgets/NumberField.tsx";
import { readMemory, writeMemory } from "../deeds/accessMemory.ts";
import type { I2cBus } from "../model/i2cBus.ts";
import { memorySize, readPageBytes } from "../model/memory.ts";
import { hexText, parseHexFirst } from "../model/numbers.ts";
import { useCanUse } from "../state/useCanUse.ts";
import styles from "./AccessEditor.module.css";

const MOST_BYTES = 4096;

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
	const canUse = useCanUse();
	const isPhone = usePhone();
	const written = readPageBytes(kind, place, text);
	const last = memorySize(kind) - 1;
	const size = isPhone ? "lg" : "xs";
	return (
		<form
			className={styles["editor"]}
			aria-label="Read or write by hand"
			onSubmit={(event) => {
				event.preventDefault();
				if (written.ok && canUse) void writeMemory(bus, address, kind, place, written.data);
			}}
		>
			<span className={styles["label"]}>
				Place
				<NumberField
					label="Place in the memory"
					value={place}
					min={0}
					max={last}
					range={`0 to ${hexText(last)} in hex`}
					width={64}
					large={isPhone}
					format={(value) => hexText(value, 4)}
					parse={parseHexFirst}
					onChange={setPlace}
				/>
			</span>
			<NumberField
				label="Bytes to read"
				value={count}
				min={1}
				max={MOST_BYTES}
				unit="bytes"
				width={96}
				large={isPhone}
				onChange={setCount}
			/>
			<Button
				size={size}
				disabled={!canUse}
				onClick={() => void readMemory(bus, address, kind, place, count)}
			>
				Read
			</Button>
			<TextInput
				aria-label="Value to write"
				className="mono"
				size={size}
				w={160}
				placeholder="bytes in hex"
				spellCheck={false}
				autoComplete="off"
				value={text}
				error={text !== "" && !written.ok}
				onChange={(event) => setText(event.currentTarget.value)}
			/>
			<span className={`${styles["hint"]} ${styles["problem"]}`} role="status">
				{written.ok || text === "" ? "" : written.problem}
			</span>
			<Button size={size} variant="filled" type="submit" disabled={!canUse || !written.ok}>
				Write
			</Button>
		</form>
	);
}

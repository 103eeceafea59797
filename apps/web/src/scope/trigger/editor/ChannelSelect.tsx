import { NativeSelect } from "@mantine/core";
import { useStore } from "zustand";
import { namesStore, ownName } from "../../../stores/namesStore.ts";

interface Props {
	readonly channel: number;
	readonly channels: readonly number[];
	readonly onChange: (channel: number) => void;
}

/** Which line, by GPIO and name. */
export function ChannelSelect({ channel, channels, onChange }: Props) {
	const names = useStore(namesStore);
	return (
		<NativeSelect
			aria-label="Line"
			size="xs"
			value={String(channel)}
			data={channels.map((gpio) => ({
				value: String(gpio),
				label: `GPIO ${gpio} ${ownName(names, gpio) ?? ""}`.trim(),
			}))}
			onChange={(event) => onChange(Number(event.currentTarget.value))}
		/>
	);
}

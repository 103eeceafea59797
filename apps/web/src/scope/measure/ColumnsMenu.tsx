import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { Check, Columns3 } from "lucide-react";
import { useStore } from "zustand";
import { columnsStore, type MeasuresTableId, toggleColumn } from "./columnsStore.ts";
import { measures } from "./measures.ts";

/** Chooses the columns of a table; what is chosen is remembered. */
export function ColumnsMenu({ table }: { readonly table: MeasuresTableId }) {
	const shown = useStore(columnsStore, (state) => state.shown[table]);
	return (
		<Menu position="bottom-end" closeOnItemClick={false} withinPortal>
			<Menu.Target>
				<Tooltip label="Choose columns">
					<ActionIcon size="xs" variant="subtle" aria-label="Choose columns">
						<Columns3 size={14} />
					</ActionIcon>
				</Tooltip>
			</Menu.Target>
			<Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
				<Menu.Label>Columns</Menu.Label>
				{measures.map(({ id, label, title }) => (
					<Menu.Item
						key={id}
						role="menuitemcheckbox"
						aria-checked={shown.includes(id)}
						leftSection={shown.includes(id) ? <Check size={14} /> : <span style={{ width: 14 }} />}
						title={title}
						onClick={() => toggleColumn(table, id)}
					>
						{label === "↑" || label === "↓" ? title : label}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}

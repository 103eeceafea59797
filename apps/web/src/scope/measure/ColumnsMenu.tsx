import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { Columns3 } from "lucide-react";
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
					<Menu.CheckboxItem
						key={id}
						checked={shown.includes(id)}
						title={title}
						onChange={() => toggleColumn(table, id)}
					>
						{label === "↑" || label === "↓" ? title : label}
					</Menu.CheckboxItem>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}

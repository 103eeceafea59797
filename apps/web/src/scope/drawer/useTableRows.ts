import { useVirtualizer, type VirtualItem, type Virtualizer } from "@tanstack/react-virtual";
import type { RefObject } from "react";

/** Height of a row of a table and of its head, CSS pixels. */
export const TABLE_ROW = 24;

interface TableRows {
	readonly virtualizer: Virtualizer<HTMLDivElement, Element>;
	/** The rows that exist. */
	readonly items: readonly VirtualItem[];
	/** Room in the place of the rows above and below them, CSS pixels. */
	readonly before: number;
	readonly after: number;
}

/** Rows of a table with a head, of which only those in sight exist. */
export function useTableRows(count: number, scroller: RefObject<HTMLDivElement | null>): TableRows {
	const virtualizer = useVirtualizer({
		count,
		getScrollElement: () => scroller.current,
		estimateSize: () => TABLE_ROW,
		scrollMargin: TABLE_ROW,
		// What lies under the head is not in sight.
		scrollPaddingStart: TABLE_ROW,
		overscan: 6,
	});
	const items = virtualizer.getVirtualItems();
	const before = (items[0]?.start ?? TABLE_ROW) - TABLE_ROW;
	const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? TABLE_ROW) - TABLE_ROW);
	return { virtualizer, items, before, after };
}

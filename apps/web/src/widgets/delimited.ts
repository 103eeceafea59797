type Rows = readonly (readonly string[])[];

/** A table as CSV for programs (RFC 4180). */
export function csvOf(rows: Rows): string {
	return rows.map((cells) => cells.map(csvCell).join(",")).join("\r\n");
}

/** A table as text with tabs: for notes, mails and spreadsheets. */
export function tabbed(rows: Rows): string {
	return rows.map((cells) => cells.map(onOneLine).join("\t")).join("\n");
}

function csvCell(text: string): string {
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Tabs and line ends would break the table. */
function onOneLine(text: string): string {
	return text.replace(/[\t\r\n]+/g, " ");
}

/** What names, looks and markers of a file are kept under. Files of one name with other contents are others. */
export function fileKey({
	name,
	fingerprint,
}: {
	readonly name: string;
	readonly fingerprint: string;
}): string {
	return `${fileNameKey(name)}:${fingerprint}`;
}

/** What they were kept under by versions that knew files by their name alone. */
export function fileNameKey(name: string): string {
	return `file:${name}`;
}

/** The same record with what is under one key moved to another, unless that one has something already. */
export function withKeyMoved<T>(
	record: Readonly<Record<string, T>>,
	from: string,
	to: string,
): Readonly<Record<string, T>> {
	const { [from]: moved, ...others } = record;
	return moved === undefined || others[to] !== undefined ? record : { ...others, [to]: moved };
}

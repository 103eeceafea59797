/** What is known of one line at a moment. */
export interface AnnouncedLevel {
	readonly gpio: number;
	readonly name: string;
	readonly level: 0 | 1 | undefined;
	/** Changes a second, when they are too many to be told one by one. */
	readonly busy: boolean;
}

/**
 * What is to be said of lines since they were last spoken of: `Button, GPIO 17, low.` Undefined when there is
 * nothing new, and of a line that is spoken of for the first time.
 */
export function announcementOf(
	before: ReadonlyMap<number, AnnouncedLevel>,
	now: readonly AnnouncedLevel[],
): string | undefined {
	const parts = now.flatMap((line) => {
		const last = before.get(line.gpio);
		if (last === undefined) return [];
		const subject = line.name === `GPIO ${line.gpio}` ? line.name : `${line.name}, GPIO ${line.gpio}`;
		if (line.busy) return last.busy ? [] : [`${subject}, changes fast`];
		if (!last.busy && last.level === line.level) return [];
		return [`${subject}, ${line.level === undefined ? "unknown" : line.level === 1 ? "high" : "low"}`];
	});
	return parts.length === 0 ? undefined : `${parts.join(". ")}.`;
}

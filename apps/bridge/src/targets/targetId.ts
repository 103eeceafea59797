const LONGEST = 32;

/** A word for addresses of pages that tells a target from others: of its name, with a number when that is taken. */
export function targetIdFor(name: string, taken: ReadonlySet<string>): string {
	const word =
		name
			.toLowerCase()
			.normalize("NFKD")
			.replace(/[^a-z0-9]+/g, "-")
			.slice(0, LONGEST)
			.replace(/^-+|-+$/g, "") || "pi";
	let id = word;
	for (let number = 2; taken.has(id); number++) id = `${word}-${number}`;
	return id;
}

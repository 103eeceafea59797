/** What failed, in words for people. */
export interface ErrorWords {
	readonly message: string;
	/** What to do about it, where that is known. */
	readonly remedy?: string;
}

/** The words of whatever was thrown; errors of the bridge say what to do as well. */
export function errorWords(error: unknown): ErrorWords {
	if (!(error instanceof Error)) return { message: String(error) };
	const { message } = error;
	return "remedy" in error && typeof error.remedy === "string"
		? { message, remedy: error.remedy }
		: { message };
}

/** The same as one text. */
export function errorText(error: unknown): string {
	const { message, remedy } = errorWords(error);
	return remedy === undefined ? message : `${message} ${remedy}`;
}

/** Languages in which every command can be written down. */
export const codeLanguages = ["pigs", "python", "c", "typescript", "curl"] as const;

export type CodeLanguage = (typeof codeLanguages)[number];

/** How a language is called, and what a file of it ends in. */
export interface LanguageFacts {
	readonly label: string;
	readonly extension: string;
	/** What runs it. */
	readonly needs: string;
}

/** What there is to say of each language. */
export const languageFacts: Readonly<Record<CodeLanguage, LanguageFacts>> = {
	pigs: { label: "pigs", extension: "sh", needs: "a shell with pigs" },
	python: { label: "Python", extension: "py", needs: "Python with pigpio" },
	c: { label: "C", extension: "c", needs: "libpigpiod_if2" },
	typescript: { label: "TypeScript", extension: "ts", needs: "@gpioscope/client" },
	curl: { label: "curl", extension: "sh", needs: "a shell with curl, and this gpioscope" },
};

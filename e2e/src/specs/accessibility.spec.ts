import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "../fixtures/test.ts";

/** Evaluated rather than added as a script: the page's security policy rightly refuses strange scripts. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

interface Violation {
	readonly id: string;
	readonly help: string;
	readonly nodes: readonly { readonly html: string }[];
}

declare global {
	interface Window {
		readonly axe: { run(options: object): Promise<{ readonly violations: readonly Violation[] }> };
	}
}

for (const scheme of ["dark", "light"] as const)
	for (const view of ["Scope", "Pins", "Waves", "Bench", "Settings"] as const)
		test(`${view} in ${scheme} has no violation that axe finds`, async ({ app }) => {
			await app.page.emulateMedia({ colorScheme: scheme });
			await app.show(view);
			await app.page.evaluate(axeSource);
			const violations = await app.page.evaluate(async () => {
				const result = await window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
				return result.violations.map(({ id, help, nodes }) => ({
					id,
					help,
					where: nodes.slice(0, 3).map((node) => node.html.slice(0, 160)),
				}));
			});
			expect(violations).toEqual([]);
		});

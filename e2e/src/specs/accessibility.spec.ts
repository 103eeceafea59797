import { violationsOf } from "../fixtures/axe.ts";
import { expect, test } from "../fixtures/test.ts";

for (const scheme of ["dark", "light"] as const)
	for (const view of ["Scope", "Pins", "Waves", "Bench", "Settings"] as const)
		test(`${view} in ${scheme} has no violation that axe finds`, async ({ app }) => {
			await app.page.emulateMedia({ colorScheme: scheme });
			await app.show(view);
			expect(await violationsOf(app.page)).toEqual([]);
		});

import { sodimmModules } from "./revision.ts";

/** Boards from before add-on boards had an EEPROM, beside the modules, where GPIO 0 and 1 are free. */
const before: ReadonlySet<string> = new Set(["A", "B"]);

/** True for GPIO 0 and 1 where they are the lines by which a board reads what an add-on board says it is. */
export function isIdLine(gpio: number, { model }: { readonly model: string }): boolean {
	return (gpio === 0 || gpio === 1) && !before.has(model) && !sodimmModules.has(model);
}

import type { DeviceContext } from "../defineDevice.ts";

/** What a line slave needs of its device: the lines it hangs on and the board's time. */
export type Lines<Pin extends string> = Pick<
	DeviceContext<Pin, unknown>,
	"now" | "after" | "level" | "onLevel" | "drive"
>;

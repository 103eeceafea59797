/** What the actions do; it comes when the first of them is done. */
export { readShownDevice, scanShownBus } from "./deeds/onShown.ts";

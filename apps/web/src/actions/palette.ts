import { createSpotlight } from "@mantine/spotlight";

/** The palette's state, and opening and closing it. */
export const [paletteStore, palette] = createSpotlight();

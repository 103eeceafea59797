import { formats } from "@gpioscope/logic";

/** The kinds of files that can be opened, as a person reads them. */
export const readableFormats = formats.filter(({ read }) => read !== undefined).map(({ label }) => label);

import { formats } from "@gpioscope/logic";

/** The kinds of files that can be opened, as a person reads them. To be imported when needed: the formats are large. */
export const readableFormats = formats.filter(({ read }) => read !== undefined).map(({ label }) => label);

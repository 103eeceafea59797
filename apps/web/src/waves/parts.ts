/** What only those see who open this view; a chunk of its own. */
export { Library } from "./drawer/Library.tsx";
export { Inspector } from "./inspector/Inspector.tsx";
export { PhoneSheet } from "./phone/PhoneSheet.tsx";
export { Toolbar } from "./toolbar/Toolbar.tsx";
export { WaveTracks } from "./tracks/WaveTracks.tsx";

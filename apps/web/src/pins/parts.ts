/** What only those see who open this view; a chunk of its own. */
export { PinInspector } from "./inspector/PinInspector.tsx";
export { PinsMain } from "./PinsMain.tsx";
export { PinsToolbar } from "./PinsToolbar.tsx";
export { PinSheet } from "./phone/PinSheet.tsx";

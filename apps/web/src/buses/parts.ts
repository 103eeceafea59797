export { BusesInspector } from "./BusesInspector.tsx";
export { BusesMain } from "./BusesMain.tsx";
export { BusesToolbar } from "./BusesToolbar.tsx";

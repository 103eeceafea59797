export { ScriptsMain } from "./ScriptsMain.tsx";

export { ConsoleInspector } from "./ConsoleInspector.tsx";
export { ConsoleMain } from "./ConsoleMain.tsx";
export { ConsoleToolbar } from "./ConsoleToolbar.tsx";

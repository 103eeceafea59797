export { ConsoleMain } from "./ConsoleMain.tsx";

export type { Cancel, Device, Level, Micros, World } from "./devices/Device.ts";

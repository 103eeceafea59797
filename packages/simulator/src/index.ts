export type { Bench } from "./bench/Bench.ts";
export { BenchError } from "./bench/BenchError.ts";
export type { Cancel, Device, Level, Micros, World } from "./devices/Device.ts";
export { type Clock, RealClock, VirtualClock } from "./engine/Clock.ts";
export { defaultOptions, type SimulatorOptions } from "./options.ts";
export { type Simulator, type StartOptions, startSimulator } from "./startSimulator.ts";

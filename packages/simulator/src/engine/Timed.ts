import type { Micros } from "../devices/Device.ts";

/** Something that takes time: waits it asks for, in microseconds, until it returns what it was for. */
export type Timed<T> = Generator<Micros, T, void>;

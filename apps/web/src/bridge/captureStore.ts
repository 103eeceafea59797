import { createStore } from "zustand/vanilla";
import { type CaptureFacts, noFacts } from "./CaptureFacts.ts";

/** Facts of the capture, ten times a second; the samples stay in the worker. */
export const captureStore = createStore<CaptureFacts>()(() => noFacts);

export { ActBand } from "./ActBand.tsx";
export { ProblemNote } from "./ProblemNote.tsx";

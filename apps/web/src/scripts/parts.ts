export { ProblemCount, ProblemList } from "./check/ProblemList.tsx";
export { ScriptsInspector } from "./inspector/ScriptsInspector.tsx";
export { ScriptsMain } from "./ScriptsMain.tsx";
export { ScriptsToolbar } from "./ScriptsToolbar.tsx";
export { WordList } from "./words/WordList.tsx";

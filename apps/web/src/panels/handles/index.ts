export { FindOthersButton } from "./FindOthersButton.tsx";
export { FreeButton } from "./FreeButton.tsx";
export { handleKey, handleText, kindWords } from "./holdingText.ts";
export { useOrphans } from "./useOrphans.ts";

/** Matches while the page is one narrow column: lanes bear their labels over the traces then. */
export const phoneMedia = window.matchMedia("(max-width: 719px)");

/** Height of one track, px. */
export const trackHeight = 68;
/** The high and the low rail, px from a track's top. */
export const highRail = 16;
export const lowRail = 52;
/** A pulse's outline, px from a track's top. */
export const outlineTop = 11.5;
export const outlineHeight = 45;
/** Handles of a selected pulse, px; `finger` on touch screens. */
export const handle = { width: 7, height: 20, finger: 22 } as const;
/** Height of the ruler, px. */
export const rulerHeight = 26;

/** The row of a track at a height in the plot; may lie outside of the list. */
export const rowAt = (y: number): number => Math.floor(y / trackHeight);

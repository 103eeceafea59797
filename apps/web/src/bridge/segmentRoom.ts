/** Changes in all segments that a page keeps itself, about 160 MB; beyond it the oldest go. */
export const MOST_SEGMENT_CHANGES = 20_000_000;

/** The kinds of buses, in the order of the toolbar. */
export const busKinds = ["i2c", "spi", "serial", "slave"] as const;
export type BusKind = (typeof busKinds)[number];

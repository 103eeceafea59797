import type { Columns } from "../capture/columns.ts";

/** Colours of a picture, as CSS writes them. */
export interface PictureColors {
	readonly lane: string;
	readonly panel: string;
	readonly line: string;
	readonly grid: string;
	readonly gridMajor: string;
	readonly text: string;
	readonly textSoft: string;
	readonly hatch: string;
	readonly hatchGround: string;
	/** Opacity of the area under a high level, and of an activity block: 0 to 1. */
	readonly fill: number;
	readonly dense: number;
}

interface PictureRowBase {
	/** Plain text. */
	readonly name: string;
	/** A second, softer line; empty for none. */
	readonly note: string;
	readonly height: number;
	readonly color: string;
}

/** One channel's trace. */
export interface PictureTrace extends PictureRowBase {
	readonly kind: "trace";
	/** Channel 0 to 31 of the columns. */
	readonly channel: number;
	/** High is drawn below low. */
	readonly inverted: boolean;
	/** Free above the high rail and below the low one. */
	readonly padTop: number;
	readonly padBottom: number;
}

/** A stretch of a bus: one value, several too short to be told apart, or nothing known. */
export interface PictureValue {
	readonly kind: "value" | "dense" | "unknown";
	readonly from: number;
	readonly to: number;
	/** Of one value. */
	readonly text: string;
}

/** Several channels as a number that has a value from time to time. */
export interface PictureBus extends PictureRowBase {
	readonly kind: "bus";
	readonly padTop: number;
	readonly padBottom: number;
	readonly values: readonly PictureValue[];
}

/** The heading of a group. */
export interface PictureHeading extends PictureRowBase {
	readonly kind: "heading";
}

export type PictureRow = PictureTrace | PictureBus | PictureHeading;

/**
 * All that a picture of a view shows. Lengths in CSS pixels. Times are places on the picture's axis in microseconds:
 * where something is collapsed, it takes less of the axis than of the capture.
 */
export interface ViewPicture {
	/** What the picture is called for those who cannot see it. */
	readonly title: string;
	/** Of the plot, beside the names. */
	readonly width: number;
	readonly nameWidth: number;
	readonly from: number;
	readonly to: number;
	/** The plot in any number of columns: two a pixel draw edges sharply at twice the size. */
	readonly columns: Pick<Columns, "changed" | "multiple" | "levels" | "known">;
	/** Times of which something is stored; beyond them the plot is empty. */
	readonly firstTime: number;
	readonly endTime: number;
	/** From the top down. */
	readonly rows: readonly PictureRow[];
	/** Grid lines; those with a label have a longer tick in the ruler. */
	readonly ruler: readonly { readonly time: number; readonly label: string | undefined }[];
	/** Left of the ruler. */
	readonly corner: string;
	readonly gaps: readonly { readonly from: number; readonly to: number; readonly label: string }[];
	/** Collapsed stretches, in order of time. */
	readonly breaks: readonly { readonly from: number; readonly to: number; readonly label: string }[];
	readonly markers: readonly {
		readonly time: number;
		readonly name: string;
		readonly color: string;
		readonly dashed: boolean;
	}[];
	readonly colors: PictureColors;
}

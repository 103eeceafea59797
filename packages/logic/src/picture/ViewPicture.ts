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
	/** Of reports of the daemon. */
	readonly attention: string;
	/** Where two captures differ. */
	readonly difference: string;
	/** Opacity of the area under a high level, and of an activity block: 0 to 1. */
	readonly fill: number;
	readonly dense: number;
}

/** A stretch of a picture, µs. */
interface PictureStretch {
	readonly from: number;
	readonly to: number;
}

/**
 * What a capture shows: the plot in any number of columns (two a pixel draw edges sharply at
 * twice the size), and the times of which something is stored; beyond them the plot is empty.
 */
export interface PictureSource {
	readonly columns: Pick<Columns, "changed" | "multiple" | "levels" | "known">;
	readonly firstTime: number;
	readonly endTime: number;
}

/** Another capture, that the shown one is compared with, in the times of this one. */
export interface OtherSource extends PictureSource {
	readonly gaps: readonly PictureStretch[];
}

interface PictureRowBase {
	/** The capture it is of, when that is another one. */
	readonly of?: OtherSource | undefined;
	/** Where two captures differ. */
	readonly differs?: readonly PictureStretch[] | undefined;
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
	/** Watchdog reports. */
	readonly reports: readonly number[];
	/** The same line of another capture over it, dashed. */
	readonly laidOver?: { readonly channel: number; readonly of: OtherSource } | undefined;
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

/** A quantity over the whole plot, in equal columns; NaN where there is none. */
export interface PictureDerived extends PictureRowBase {
	readonly kind: "derived";
	readonly padTop: number;
	readonly padBottom: number;
	readonly min: Float64Array;
	readonly mean: Float64Array;
	readonly max: Float64Array;
	/** Values at the lower and upper end of its room, and what they read. */
	readonly low: number;
	readonly high: number;
	readonly lowText: string;
	readonly highText: string;
}

/** Events of the daemon. */
export interface PictureEvents extends PictureRowBase {
	readonly kind: "events";
	readonly reports: readonly number[];
}

export type PictureRow = PictureTrace | PictureBus | PictureHeading | PictureDerived | PictureEvents;

/**
 * All that a picture of a view shows. Lengths in CSS pixels. Times are places on the picture's axis in microseconds:
 * where something is collapsed, it takes less of the axis than of the capture.
 */
export interface ViewPicture extends PictureSource {
	/** What the picture is called for those who cannot see it. */
	readonly title: string;
	/** Of the plot, beside the names. */
	readonly width: number;
	readonly nameWidth: number;
	readonly from: number;
	readonly to: number;
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

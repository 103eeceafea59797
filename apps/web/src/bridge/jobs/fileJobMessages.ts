import type { ChannelBus, ChannelInfo, FileMarker } from "@gpioscope/logic";
import type { CaptureId } from "../CaptureEntry.ts";

/** A job of the worker. That of opening a file has the id of the capture it fills. */
export type JobId = string;

/** What is to be written into a file. Times are microseconds of the capture, which may have a fraction. */
export interface ExportOrder {
	readonly of: CaptureId;
	/** Id of a format that can be written. */
	readonly format: string;
	/** In the order in which they are written, with the names they get. */
	readonly channels: readonly ChannelInfo[];
	/** All of the capture when left out. */
	readonly range?: { readonly from: number; readonly to: number };
	readonly markers: readonly FileMarker[];
	/** How the page shows it; only our own session keeps it. */
	readonly view?: unknown;
}

/** What a file brought along beside its capture. */
export interface OpenedFile {
	readonly id: CaptureId;
	/** As a person reads it. */
	readonly format: string;
	/** What was left out or read otherwise than written, one sentence each. */
	readonly remarks: readonly string[];
	readonly markers: readonly FileMarker[];
	readonly buses: readonly ChannelBus[];
	/** How the page showed it when it was written, as our own session keeps it; not checked yet. */
	readonly view: unknown;
}

/** What the page tells the worker about files. */
export type JobRequest =
	| { readonly kind: "open"; readonly id: CaptureId; readonly file: File }
	| { readonly kind: "export"; readonly id: JobId; readonly order: ExportOrder }
	/** About how large a file would become. */
	| { readonly kind: "estimate"; readonly id: JobId; readonly order: ExportOrder }
	| { readonly kind: "cancel"; readonly id: JobId };

/** How a job stands. After any state but the first nothing more is said of it. */
export type JobState =
	/** Bytes read or written, and of how many; of a file being written about so many, undefined at first. */
	| { readonly kind: "running"; readonly done: number; readonly total: number | undefined }
	| { readonly kind: "opened"; readonly opened: OpenedFile }
	| { readonly kind: "written"; readonly blob: Blob }
	| { readonly kind: "estimated"; readonly bytes: number }
	/** Nothing is left of what was begun. `place` is empty when it is about the whole file. */
	| { readonly kind: "failed"; readonly reason: string; readonly place: string }
	| { readonly kind: "cancelled" };

export interface JobNews {
	readonly kind: "job";
	readonly id: JobId;
	readonly state: JobState;
}

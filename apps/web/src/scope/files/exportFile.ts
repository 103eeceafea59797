import type { Format } from "@gpioscope/logic";
import { notifications } from "@mantine/notifications";
import { errorText, errorWords } from "../../actions/errorWords.ts";
import { files, shownEntry } from "../../bridge/index.ts";
import { byteText } from "../../widgets/byteText.ts";
import { channelOf } from "../lanes/channelsStore.ts";
import type { PictureFormat } from "../picture/pictures.ts";
import { scopeStore } from "../scopeStore.ts";
import { readSession } from "../session/session.ts";
import { sessionParts } from "../session/sessionParts.ts";
import type { TimeView } from "../view/timeView.ts";
import { addRunning, changeRunning, removeRunning } from "./filesStore.ts";
import { chooseTarget } from "./saveTarget.ts";

/** What of the shown capture is written, and how. Times in µs. */
export interface ExportChoice {
	readonly format: Format;
	readonly range: { readonly from: number; readonly to: number } | undefined;
	readonly channels: readonly number[];
}

/** The order to the worker. */
export function orderOf({ format, range, channels }: ExportChoice) {
	const { named } = scopeStore.getState();
	return {
		of: shownEntry().id,
		format: format.id,
		channels: channels.map((channel) => ({ channel, name: channelOf(channel).name })),
		...(range !== undefined && { range }),
		markers: named.map(({ time, name, note, number }) => ({ time, name: name || `Marker ${number}`, note })),
		view: readSession(sessionParts),
	};
}

/** Writes a part of the shown capture into a file of this name and saves it; tells how it went. */
export function exportFile(name: string, choice: ExportChoice): Promise<void> {
	const order = orderOf(choice);
	return saveAs(name, choice.format, async () => {
		const job = files.export(order, ({ done, total }) =>
			changeRunning(job.id, { done, share: total && Math.min(0.99, done / total) }),
		);
		const { id, cancel } = job;
		addRunning({ id, name, verb: "Writing", share: undefined, done: 0, cancel });
		try {
			return await job.result;
		} finally {
			removeRunning(id);
		}
	});
}

/** Draws a stretch of the shown capture into a file of this name and saves it; tells how it went. */
export function exportPicture(name: string, picture: PictureFormat, view: TimeView): Promise<void> {
	return saveAs(name, picture, () => picture.draw(view));
}

/** Asks where to, makes the file and puts it there. */
async function saveAs(
	name: string,
	{ mediaType, extensions }: Pick<Format, "mediaType" | "extensions">,
	make: () => Promise<Blob | undefined>,
): Promise<void> {
	try {
		const target = await chooseTarget(name, { mediaType, extension: extensions[0] ?? "" });
		const blob = target && (await make());
		if (target === undefined || blob === undefined) return;
		await target.save(blob);
		notifications.show({ message: `Wrote ${name}, ${byteText(blob.size)}.` });
	} catch (error) {
		notifications.show({
			id: `error:${name}:${errorWords(error).message}`,
			color: "red",
			title: name,
			message: `${errorText(error)} Nothing was written.`,
			autoClose: false,
		});
	}
}

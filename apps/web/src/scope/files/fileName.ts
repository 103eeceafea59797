import type { CaptureSource } from "../../bridge/index.ts";
import { segmentName } from "./captureText.ts";

/** What no file system takes, and what some shells stumble over. */
const UNFIT = /[\\/:*?"<>|\p{Cc}]+/gu;

/**
 * A name for a file made of a capture, without an extension: that of the file it came from, else the Pi's name and
 * the time.
 */
export function baseName(source: CaptureSource, target: string, now: Date): string {
	if (source.kind === "file") return source.name.replace(/\.[^.]+$/, "") || source.name;
	const two = (value: number): string => String(value).padStart(2, "0");
	const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
	const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
	const segment = source.kind === "segment" ? ` ${segmentName(source)}` : "";
	return fileName(`${target} ${date} ${time}${segment}`);
}

/** A person's text as the name of a file. */
export function fileName(text: string): string {
	return text.replaceAll(UNFIT, "-").trim().replace(/^\.+/, "");
}

/** The name with another extension; one that is not of a format stays in the name. */
export function withExtension(name: string, extension: string, known: readonly string[]): string {
	const lower = name.toLowerCase();
	const old = known.find((one) => lower.endsWith(`.${one}`));
	return `${old === undefined ? name : name.slice(0, -old.length - 1)}.${extension}`;
}

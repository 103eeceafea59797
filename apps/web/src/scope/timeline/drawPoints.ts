import type { Columns } from "@gpioscope/logic";
import type { LaneRow } from "../lanes/laneLayout.ts";
import { type Axis, columnOf, type Shown } from "./Shown.ts";

/** Side of a triangle, CSS pixels. */
const SIDE = 5;

/** A report of the daemon that is marked by a triangle. */
export interface MarkedPoint {
	/** CSS pixels from the left and the top of the plot: the triangle's tip. */
	readonly x: number;
	readonly y: number;
	/** What it tells, in words. */
	readonly text: string;
}

/** Where watchdog reports and events are marked: at the low rail of their lane, and in the events' row. */
export function markedPoints(
	watchdogs: Columns["watchdogs"],
	events: Columns["events"],
	rows: readonly LaneRow[],
	shown: Axis & Pick<Shown, "ratio" | "scroll">,
	nameOf: (channel: number) => string,
): readonly MarkedPoint[] {
	if (watchdogs.length === 0 && events.length === 0) return [];
	const points: MarkedPoint[] = [];
	const { ratio, scroll } = shown;
	const xOf = (time: number): number => columnOf(time, shown) / ratio;
	for (const { time, gpio: channel } of watchdogs) {
		const lane = rows.find((row) => row.kind === "trace" && row.channel === channel);
		if (lane?.kind !== "trace") continue;
		const y = lane.top + lane.height - lane.padBottom - scroll;
		points.push({ x: xOf(time), y, text: `Watchdog: ${watchdogText(nameOf(channel))}` });
	}
	const row = rows.find(({ kind }) => kind === "events");
	if (row === undefined) return points;
	for (const { time, event } of events)
		points.push({ x: xOf(time), y: row.top + (row.height - SIDE) / 2 - scroll, text: eventText(event) });
	return points;
}

/** What a watchdog report of a lane says. */
export function watchdogText(name: string): string {
	return `${name} did not change for its time-out`;
}

/** pigpio itself triggers event 31: something was written to its I²C slave. */
export function eventText(event: number): string {
	return event === 31 ? "Event 31: activity of the I²C and SPI slave" : `Event ${event}`;
}

/** The point whose triangle is at a place, in CSS pixels of the plot. */
export function pointAt(points: readonly MarkedPoint[], x: number, y: number): MarkedPoint | undefined {
	return points.find((point) => Math.abs(point.x - x) <= SIDE && y >= point.y - 2 && y <= point.y + SIDE + 2);
}

/**
 * Draws the triangles.
 *
 * @param corner the plot's left and top, device pixels
 */
export function drawPoints(
	context: CanvasRenderingContext2D,
	points: readonly MarkedPoint[],
	ratio: number,
	corner: { readonly left: number; readonly top: number },
	color: string,
): void {
	context.fillStyle = color;
	const side = SIDE * ratio;
	for (const { x, y } of points) {
		if (y < 0) continue;
		const tip = corner.left + x * ratio;
		const top = corner.top + y * ratio;
		context.beginPath();
		context.moveTo(tip - side / 2, top + side);
		context.lineTo(tip + side / 2, top + side);
		context.lineTo(tip, top);
		context.fill();
	}
}

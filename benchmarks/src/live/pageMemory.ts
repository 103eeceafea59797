import type { CDPSession } from "@playwright/test";
import { residentMegabytes } from "../relay/processTree.ts";

/** Resident memory of the largest page of a browser, megabytes. @param session with the browser, not with a page. */
export async function pageMegabytes(session: CDPSession): Promise<number> {
	const { processInfo } = await session.send("SystemInfo.getProcessInfo");
	const renderers = processInfo.filter(({ type }) => type === "renderer");
	return Math.max(...renderers.map(({ id }) => residentMegabytes(id)));
}

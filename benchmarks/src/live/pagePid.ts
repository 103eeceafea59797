import type { CDPSession } from "@playwright/test";
import { residentMegabytes } from "../relay/processTree.ts";

/** The process of the largest page of a browser. @param session with the browser, not with a page. */
export async function pagePid(session: CDPSession): Promise<number> {
	const { processInfo } = await session.send("SystemInfo.getProcessInfo");
	const renderers = processInfo
		.filter(({ type }) => type === "renderer")
		.map(({ id }) => ({ id, size: residentMegabytes(id) }));
	return renderers.reduce((largest, next) => (next.size > largest.size ? next : largest)).id;
}

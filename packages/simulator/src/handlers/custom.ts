import type { Handler, HandlersOf } from "./Handler.ts";
import { clipP2 } from "./Request.ts";

/** The daemon's sample functions: the largest of all parameters, and the bytes in reverse. */
const callCustom1: Handler = (_daemon, request) =>
	request.bytes().reduce((largest, byte) => Math.max(largest, byte), Math.max(request.p1, request.p2)) | 0;

const callCustom2: Handler = (_daemon, request) => {
	const { p2: limit } = clipP2(request);
	return request.bytes().slice(0, limit).reverse();
};

export const customHandlers: HandlersOf<"callCustom1" | "callCustom2"> = { callCustom1, callCustom2 };

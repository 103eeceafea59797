import { memberName } from "./zipDirectory.ts";
import { localHeader } from "./zipLayout.ts";

/** The name of the first member of what may be a zip, by its first bytes; undefined when it is none. */
export function firstMember(head: Uint8Array): string | undefined {
	if (head.length < localHeader.length) return undefined;
	const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
	if (view.getUint32(0, true) !== localHeader.signature) return undefined;
	const end = localHeader.length + view.getUint16(localHeader.nameLength, true);
	return memberName(head.subarray(localHeader.length, Math.min(end, head.length)));
}

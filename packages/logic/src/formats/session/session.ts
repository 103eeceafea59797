import type { Format } from "../Format.ts";
import { SIGNATURE } from "./frame.ts";
import { SessionReader } from "./SessionReader.ts";
import { writeSession } from "./writeSession.ts";

export const session: Format = {
	id: "session",
	label: "gpioscope session",
	hint: "Keeps everything: changes, gaps, names, markers with notes, and how the page showed them. The smallest file; only gpioscope opens it.",
	extensions: ["gpioscope"],
	mediaType: "application/vnd.gpioscope.session",
	recognise: (head) => (SIGNATURE.every((byte, at) => head[at] === byte) ? 2 : 0),
	read: () => new SessionReader(),
	write: writeSession,
};

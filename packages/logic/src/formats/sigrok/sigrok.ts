import type { Format } from "../Format.ts";
import { firstMember } from "../zip/firstMember.ts";
import { estimateSigrok } from "./estimateSigrok.ts";
import { SigrokReader } from "./SigrokReader.ts";
import { writeSigrok } from "./writeSigrok.ts";

export const sigrok: Format = {
	id: "sigrok",
	label: "sigrok session (.sr)",
	hint: "PulseView and sigrok-cli open it. It stores every sample, so long captures get large, and has no word for unknown: a channel keeps its last level there.",
	extensions: ["sr"],
	mediaType: "application/vnd.sigrok.session",
	recognise: (head, name) => {
		const member = firstMember(head);
		if (member === undefined) return 0;
		return /^(version|metadata|logic-1.*)$/.test(member) || /\.sr$/i.test(name) ? 2 : 0;
	},
	read: () => new SigrokReader(),
	write: writeSigrok,
	estimate: estimateSigrok,
};

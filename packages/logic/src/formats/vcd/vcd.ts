import type { Format } from "../Format.ts";
import { VcdReader } from "./VcdReader.ts";
import { writePiscopeVcd, writeVcd } from "./writeVcd.ts";

const keywords =
	/^\s*(?:META .*\n)?\s*\$(date|version|comment|timescale|scope|var|attrbegin|enddefinitions)\s/;

export const vcd: Format = {
	id: "vcd",
	label: "Value change dump (VCD)",
	hint: "PulseView, GTKWave and simulators open it. Levels and names only: no markers.",
	extensions: ["vcd"],
	mediaType: "text/plain",
	recognise(head, name) {
		let text = "";
		for (const byte of head.subarray(0, 200)) text += String.fromCharCode(byte);
		if (keywords.test(text)) return 2;
		return name.toLowerCase().endsWith(".vcd") ? 1 : 0;
	},
	read: () => new VcdReader(),
	write: writeVcd,
};

export const piscopeVcd: Format = {
	id: "vcd-piscope",
	label: "VCD as piscope writes it",
	hint: "For scripts made for piscope's files: all 32 GPIOs, named by their numbers.",
	extensions: ["vcd"],
	mediaType: "text/plain",
	write: writePiscopeVcd,
};

import { decodeText } from "@gpioscope/protocol";
import type { Format } from "../Format.ts";
import { PiscopeReader } from "./PiscopeReader.ts";
import { writePiscope } from "./writePiscope.ts";

export const piscope: Format = {
	id: "piscope",
	label: "piscope text",
	hint: "piscope opens it. Levels of all 32 GPIOs: no names, no markers, and what is not known keeps its last level.",
	extensions: ["piscope"],
	mediaType: "text/plain",
	recognise(head, name) {
		if (/^#piscope\s/.test(decodeText(head.subarray(0, 16)))) return 2;
		return name.toLowerCase().endsWith(".piscope") ? 1 : 0;
	},
	read: () => new PiscopeReader(),
	write: writePiscope,
};

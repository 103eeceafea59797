import { decodeText } from "@gpioscope/protocol";
import type { Format } from "../Format.ts";
import { WaveJsonReader } from "./WaveJsonReader.ts";
import { writeWaveDrom } from "./writeWaveDrom.ts";
import { writeWaveJson } from "./writeWaveJson.ts";

/** An object with "signal" in it, perhaps behind comments or the line that sigrok-cli puts there. */
const isWaveJson = /^\s*(?:(?:META|\/\/)[^\n]*\n\s*|\/\*.*?\*\/\s*)*\{.*["']?\bsignal["']?\s*:/s;

export const waveJson: Format = {
	id: "wavejson",
	label: "WaveJSON",
	hint: "A letter for each change, exact in time when read back here. Up to a million changes; levels and names only.",
	extensions: ["json", "json5"],
	mediaType: "application/json",
	recognise(head, name) {
		const text = decodeText(head);
		if (isWaveJson.test(text)) return 2;
		return /\.json5?$/.test(name.toLowerCase()) && /^\s*\{/.test(text) ? 1 : 0;
	},
	read: () => new WaveJsonReader(),
	write: writeWaveJson,
};

export const waveDrom: Format = {
	id: "wavedrom",
	label: "WaveDrom figure",
	hint: "For documents: up to 250 changes as a figure that WaveDrom draws. Long stretches are cut short.",
	extensions: ["json"],
	mediaType: "application/json",
	write: writeWaveDrom,
};

import type { Format } from "../Format.ts";
import { firstMember } from "../zip/firstMember.ts";
import { IDENTIFIER } from "./layout.ts";
import { SaleaeReader } from "./SaleaeReader.ts";
import { writeSaleae } from "./writeSaleae.ts";

export const saleae: Format = {
	id: "saleae",
	label: "Saleae binary",
	hint: "For scripts made for the binary export of Logic 2, which itself opens none: a zip with a file for each channel.",
	extensions: ["zip", "bin"],
	mediaType: "application/zip",
	recognise: (head) => {
		if (String.fromCharCode(...head.subarray(0, IDENTIFIER.length)) === IDENTIFIER) return 2;
		return /(^|\/)digital_\d+\.bin$/i.test(firstMember(head) ?? "") ? 2 : 0;
	},
	read: (name) => new SaleaeReader(name),
	write: writeSaleae,
};

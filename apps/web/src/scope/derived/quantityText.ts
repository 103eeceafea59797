import { type DerivedQuantity, formatFrequency, formatSpan } from "@gpioscope/logic";
import { rateText } from "../figures/laneText.ts";

/** A value of a track with its unit: `800.0 Hz`, `24.8 %`, `310 µs`, `1.60 k/s`. */
export function quantityText(quantity: DerivedQuantity, value: number, significant = 4): string {
	switch (quantity) {
		case "frequency":
			return formatFrequency(value, { significant, trim: significant < 4 });
		case "duty":
			return `${significant < 4 ? Number(value.toPrecision(significant)) : value.toFixed(1)}\u00a0%`;
		case "highWidth":
		case "lowWidth":
			return formatSpan(value, { significant, trim: significant < 4, resolution: 0.001 });
		case "changeRate":
			return rateText(value);
	}
}

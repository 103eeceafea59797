import { z } from "zod";
import type { DeviceKind } from "./defineDevice.ts";

/** An option of a device in words. */
export interface OptionText {
	readonly name: string;
	/** One sentence. */
	readonly text: string;
	/** What it may be, such as "number, 50 to 250000". */
	readonly expects: string;
	/** As JSON; empty if there is none. */
	readonly fallback: string;
}

/** What the options of a kind of device are, for documents and help. */
export function describeOptions(kind: DeviceKind): OptionText[] {
	const { properties = {}, required = [] } = z.toJSONSchema(kind.options, { io: "input" });
	return Object.entries(properties).flatMap(([name, schema]) => {
		if (typeof schema === "boolean") return [];
		const fallback = JSON.stringify(schema.default);
		return {
			name,
			text: schema.description ?? "",
			expects: expects(schema) + (required.includes(name) ? ", needed" : ""),
			fallback: fallback ?? "",
		};
	});
}

type Schema = z.core.JSONSchema.JSONSchema;

function expects(schema: Schema): string {
	if (schema.enum) return schema.enum.map((choice) => JSON.stringify(choice)).join(", ");
	if (schema.const !== undefined) return JSON.stringify(schema.const);
	if (schema.anyOf) return schema.anyOf.map((choice) => expects(choice as Schema)).join(" or ");
	if (schema.type === "array") return `list of ${expects(schema.items as Schema)}`;
	return `${schema.type === "integer" ? "whole number" : schema.type}${limits(schema)}`;
}

function limits({ minimum, maximum, exclusiveMinimum }: Schema): string {
	const from = minimum ?? exclusiveMinimum;
	if (from === undefined) return "";
	const lowest = exclusiveMinimum === undefined ? `${from}` : `more than ${from}`;
	// Whole numbers without a limit of their own have that of exact ones.
	if (maximum === undefined || maximum === Number.MAX_SAFE_INTEGER) {
		return exclusiveMinimum === undefined ? `, at least ${from}` : `, ${lowest}`;
	}
	return exclusiveMinimum === undefined ? `, ${from} to ${maximum}` : `, ${lowest}, at most ${maximum}`;
}

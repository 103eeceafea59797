import * as z from "zod/mini";
import { type ControlOperation, controlOperations } from "./controlOperations.ts";

/** A field of an operation in words. */
export interface ParamText {
	readonly name: string;
	readonly text: string;
	/** What it may be, such as "whole number, 0 to 53". */
	readonly expects: string;
	/** Whether it may be left out. */
	readonly isOptional: boolean;
	/** As JSON; empty if there is none. */
	readonly fallback: string;
}

type Schema = z.core.JSONSchema.BaseSchema;

/** What the fields of an operation are, for documents and help. */
export function describeParams(op: ControlOperation): ParamText[] {
	const schema = z.toJSONSchema(z.object(controlOperations[op].params), { io: "input" });
	return Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
		typeof property === "boolean"
			? []
			: [
					{
						name,
						text: property.description ?? "",
						expects: expects(property),
						isOptional: !(schema.required ?? []).includes(name),
						fallback: JSON.stringify(property.default) ?? "",
					},
				],
	);
}

/** Many choices are named elsewhere: here they would hide the rest. */
const MOST_CHOICES = 10;

function expects(schema: Schema): string {
	if (schema.enum !== undefined) {
		return schema.enum.length > MOST_CHOICES
			? "name"
			: schema.enum.map((choice) => JSON.stringify(choice)).join(", ");
	}
	if (schema.anyOf !== undefined) return schema.anyOf.map((each) => expects(each as Schema)).join(" or ");
	const { minimum, exclusiveMinimum, maximum } = schema;
	const types = [schema.type ?? "any"].flat();
	const type = types.map((each) => (each === "integer" ? "whole number" : each)).join(" or ");
	const from = exclusiveMinimum === undefined ? minimum : exclusiveMinimum;
	if (from === undefined) return type;
	const most = maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? undefined : maximum;
	if (exclusiveMinimum !== undefined)
		return `${type}, more than ${from}${most === undefined ? "" : `, at most ${most}`}`;
	return most === undefined ? `${type}, from ${from}` : `${type}, ${from} to ${most}`;
}

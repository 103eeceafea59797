import type { AccessClass } from "../access.ts";
import type { HandleKind, PortKind, WordType } from "./paramTypes.ts";
import type { ResultType } from "./resultTypes.ts";
import type { TailType } from "./tailTypes.ts";

/** Where a 32-bit parameter rides in a request: p1, p2, or word `index` of the extension. */
export interface WordSlot {
	readonly at: "p1" | "p2" | "ext";
	readonly index: number;
	readonly type: WordType;
	readonly text: string;
	readonly optional: boolean;
	/** The word is a two's complement number. */
	readonly signed: boolean;
}

/** A parameter that takes the extension behind its words. */
export interface TailSlot<V> {
	readonly at: "tail";
	readonly type: TailType<V>;
	readonly text: string;
	readonly optional: false;
}

export type Slot = WordSlot | TailSlot<unknown>;

function wordSlot(
	at: WordSlot["at"],
	index: number,
	type: WordType,
	text: string,
): WordSlot & { readonly optional: false } {
	return { at, index, type, text, optional: false, signed: type.min < 0 };
}

/** First word of the header. */
export function p1(type: WordType, text: string = type.text): WordSlot & { readonly optional: false } {
	return wordSlot("p1", 0, type, text);
}

/** Second word of the header. */
export function p2(type: WordType, text: string = type.text): WordSlot & { readonly optional: false } {
	return wordSlot("p2", 0, type, text);
}

/** Word `index` of the extension. */
export function ext(
	index: number,
	type: WordType,
	text: string = type.text,
): WordSlot & { readonly optional: false } {
	return wordSlot("ext", index, type, text);
}

/** A parameter that may be left out: then a header word is 0 and an extension word is not sent. */
export function optional(slot: WordSlot): WordSlot & { readonly optional: true } {
	return { ...slot, optional: true };
}

/** All of the extension behind its words. */
export function tail<V>(type: TailType<V>, text: string = type.text): TailSlot<V> {
	return { at: "tail", type, text, optional: false };
}

/** What is written down for a command, once. */
export interface CommandDefinition {
	readonly code: number;
	readonly mnemonic: string;
	/** Other names `pigs` takes. */
	readonly aliases?: readonly string[];
	readonly access: AccessClass;
	/** One sentence. */
	readonly summary: string;
	/** In the order `pigs` takes them. */
	readonly params: Readonly<Record<string, Slot>>;
	readonly result: ResultType<unknown>;
	/** Holds up its connection for as long as it runs. */
	readonly blocking?: true;
	/** Asked over and over for what has come in; an answer without any bytes is no news. */
	readonly polled?: true;
	/** Frees the handle it names. */
	readonly closes?: HandleKind;
	/** Makes a port of the GPIO in p1, which stays one until it is closed. */
	readonly opensPort?: PortKind;
	/** Frees the port of the GPIO in p1. */
	readonly closesPort?: PortKind;
	/** Changes the one waveform under construction, which all programs share. */
	readonly waveform?: true;
}

/** Checks a definition and keeps its literal types, from which arguments and results are inferred. */
export function defineCommand<const S extends CommandDefinition>(definition: S): S {
	return definition;
}

type ValueOf<S> = S extends TailSlot<infer V> ? V : number;

type OptionalKeys<P> = { [K in keyof P]: P[K] extends { readonly optional: true } ? K : never }[keyof P];

/** Arguments of a command, by the names of its parameters. */
export type ArgsOf<P> = {
	readonly [K in Exclude<keyof P, OptionalKeys<P>>]: ValueOf<P[K]>;
} & { readonly [K in OptionalKeys<P>]?: ValueOf<P[K]> };

/** The value a command gives. */
export type ResultOf<D extends CommandDefinition> = D["result"] extends ResultType<infer R> ? R : never;

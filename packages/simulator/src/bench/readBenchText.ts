import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { BenchError } from "./BenchError.ts";
import type { BenchSource } from "./BenchSource.ts";

/** What a bench file says, and where in it each field stands. */
interface BenchText {
	readonly content: unknown;
	readonly source: BenchSource;
}

/**
 * Reads a bench file. JSON is YAML as well, so one reader with one kind of position serves both.
 * @throws BenchError with a line for each place that is neither
 */
export function readBenchText(text: string, file: string): BenchText {
	const lines = new LineCounter();
	const at = (offset: number) => {
		const { line, col } = lines.linePos(offset);
		return `:${line}:${col}`;
	};
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	if (document.errors.length > 0) {
		const faults = document.errors.map(
			({ pos, message }) => `${file}${at(pos[0])}: is neither JSON nor YAML: ${message}`,
		);
		throw new BenchError(faults.join("\n"));
	}
	return {
		content: contentOf(document, file),
		source: { name: file, place: (path) => at(offsetOf(document, path)) },
	};
}

function contentOf(document: Document, file: string): unknown {
	try {
		return document.toJS();
	} catch (cause) {
		// An alias without its anchor, or too many of them.
		const reason = cause instanceof Error ? cause.message : String(cause);
		throw new BenchError(`${file}: cannot be read as YAML: ${reason}`, { cause });
	}
}

/** Where the field begins: its key in a map, the item in a list; what is missing, where it belongs. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
	let node: unknown = document.contents;
	let offset = startOf(node) ?? 0;
	for (const key of path) {
		if (isAlias(node)) node = node.resolve(document);
		if (isMap(node)) {
			const pair = node.items.find(
				(item) => String(isScalar(item.key) ? item.key.value : "") === String(key),
			);
			if (pair === undefined) break;
			offset = startOf(pair.key) ?? offset;
			node = pair.value;
		} else if (isSeq(node)) {
			node = node.items[Number(key)];
			offset = startOf(node) ?? offset;
		} else break;
	}
	return offset;
}

function startOf(node: unknown): number | undefined {
	return isNode(node) ? node.range?.[0] : undefined;
}

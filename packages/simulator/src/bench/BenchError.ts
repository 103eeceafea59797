/** A bench that cannot be built; the message has one line for each fault, with its place and the remedy. */
export class BenchError extends Error {
	override readonly name = "BenchError";
}

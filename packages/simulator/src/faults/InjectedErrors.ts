/** A command that is answered with an error instead of being performed. */
export interface ErrorRule {
	/** Number of the command. */
	readonly code: number;
	/** The error code that is answered. */
	readonly result: number;
	/** Only requests of this connection. */
	readonly connection?: number | undefined;
	/** Only requests with this first parameter. */
	readonly p1?: number | undefined;
	/** How often; always without it. */
	readonly times?: number | undefined;
}

/** The errors that are to be answered. */
export class InjectedErrors {
	#rules: { readonly rule: ErrorRule; left: number }[] = [];

	add(rule: ErrorRule): void {
		this.#rules.push({ rule, left: rule.times ?? Number.POSITIVE_INFINITY });
	}

	/** The error that a request is to be answered with, if any; it is then used up by one. */
	take(connection: number, code: number, p1: number): number | undefined {
		if (this.#rules.length === 0) return undefined;
		const found = this.#rules.find(
			({ rule }) =>
				rule.code === code &&
				(rule.connection ?? connection) === connection &&
				(rule.p1 === undefined || rule.p1 === p1),
		);
		if (found === undefined) return undefined;
		found.left--;
		if (found.left === 0) this.#rules = this.#rules.filter((other) => other !== found);
		return found.rule.result;
	}

	/** The rules still in force, with how often each is still to be used. */
	list(): ErrorRule[] {
		return this.#rules.map(({ rule, left }) => ({
			...rule,
			...(Number.isFinite(left) && { times: left }),
		}));
	}

	/** Forgets the rules of a connection that is gone. */
	forget(connection: number): void {
		this.#rules = this.#rules.filter(({ rule }) => rule.connection !== connection);
	}

	clear(): void {
		this.#rules = [];
	}
}

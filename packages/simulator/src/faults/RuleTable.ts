/** How a connection ends: with RST, or with FIN after what was sent. */
export type DropWay = "reset" | "end";

/** When a connection ends: after so many more answered requests, or sent bytes, from when the rule came on. */
export interface DropRule {
	readonly how: DropWay;
	readonly afterRequests?: number | undefined;
	readonly afterBytes?: number | undefined;
}

/** What goes wrong on a connection, by the operations that set it; what is missing is in order. */
export interface ConnectionRules {
	/** Everything is sent in pieces. */
	readonly splitWrites?: { readonly bytes: number; readonly gapMicros: number };
	/** What is to be sent is gathered first. */
	readonly mergeWrites?: { readonly holdMillis: number };
	/** Answers come late. */
	readonly delayReplies?: { readonly millis: number; readonly jitterMillis: number };
	readonly dropConnection?: DropRule;
	/** Nothing is performed or answered. */
	readonly ignoreRequests?: { readonly ignore: true };
}

/** The rules in force: those of one connection come before those of all. */
export class RuleTable {
	/** Called after rules have changed. */
	onChange: () => void = () => {};
	#common: ConnectionRules = {};
	readonly #own = new Map<number, ConnectionRules>();

	/** What holds for a connection. */
	of(connection: number): ConnectionRules {
		return { ...this.#common, ...this.#own.get(connection) };
	}

	/** Sets a rule for one connection, or for all without a number. */
	set(connection: number | undefined, rules: ConnectionRules): void {
		this.#change(connection, { ...this.#get(connection), ...rules });
	}

	/** Ends a rule for one connection; without a number for all, those it was set for alone as well. */
	unset(connection: number | undefined, kind: keyof ConnectionRules): void {
		const without = (rules: ConnectionRules): ConnectionRules => {
			const { [kind]: _, ...others } = rules;
			return others;
		};
		if (connection === undefined) {
			for (const [number, rules] of this.#own) this.#own.set(number, without(rules));
		}
		this.#change(connection, without(this.#get(connection)));
	}

	clear(): void {
		this.#own.clear();
		this.#change(undefined, {});
	}

	/** Forgets the rules of a connection that is gone. */
	forget(connection: number): void {
		this.#own.delete(connection);
	}

	list(): { fault: string; connection?: number; settings: Record<string, unknown> }[] {
		const scopes: [{ connection?: number }, ConnectionRules][] = [
			[{}, this.#common],
			...[...this.#own].map(([connection, rules]): [{ connection: number }, ConnectionRules] => [
				{ connection },
				rules,
			]),
		];
		return scopes.flatMap(([scope, rules]) =>
			Object.entries(rules).map(([fault, settings]) => ({ fault, ...scope, settings: { ...settings } })),
		);
	}

	#get(connection: number | undefined): ConnectionRules {
		return connection === undefined ? this.#common : (this.#own.get(connection) ?? {});
	}

	#change(connection: number | undefined, rules: ConnectionRules): void {
		if (connection === undefined) this.#common = rules;
		else this.#own.set(connection, rules);
		this.onChange();
	}
}

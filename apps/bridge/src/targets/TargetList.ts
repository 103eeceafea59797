import type { Destination } from "@gpioscope/client";
import {
	formatTargetAddress,
	hostProblem,
	LONGEST_TARGET_NAME,
	MOST_TARGETS,
	portProblem,
	type TargetFacts,
	targetNameProblem,
} from "@gpioscope/protocol";
import { Refusal } from "../access/Refusal.ts";
import { nameOf } from "./NamedDestination.ts";
import type { Target } from "./Target.ts";
import type { KeptTargets, TargetsFile } from "./TargetsFile.ts";
import { targetIdFor } from "./targetId.ts";

/** What is said of a target when it is made. */
export interface TargetSpec {
	readonly id: string;
	/** Its number in blocks, never used twice. */
	readonly number: number;
	readonly name: string;
	readonly destination: Destination;
	/** What a name that people give it is kept under; its address says which Pi it is, but for a simulated one. */
	readonly nameKey: string;
	/** The bridge was started with it. */
	readonly fixed: boolean;
}

type NamedTarget = Omit<TargetSpec, "number" | "fixed">;

export interface TargetListOptions {
	/** Connects to a pigpiod. */
	make(spec: TargetSpec): Target;
	/** Without one, additions and names end with the bridge. */
	readonly file?: TargetsFile;
	onFault(error: unknown): void;
}

/** Hears of targets that come and go. */
export interface TargetListListener {
	added(target: Target): void;
	/** It is off the list. Once all have freed what they have there, the connection ends. */
	removed(target: Target): Promise<void>;
}

/** The pigpiods of this bridge: those it was started with, then those that people added, which outlive it. */
export class TargetList {
	readonly #options: TargetListOptions;
	readonly #targets = new Map<string, Target>();
	readonly #listeners = new Set<TargetListListener>();
	#kept: KeptTargets = { targets: [], names: {} };
	readonly #ending = new Set<Promise<void>>();
	#next = 0;
	/** Changes are made one after the other, as each is written to the file. */
	#last: Promise<unknown> = Promise.resolve();

	constructor(options: TargetListOptions) {
		this.#options = options;
	}

	/** Reads what people added. @throws Error when the file cannot be read */
	async restore(): Promise<void> {
		this.#kept = (await this.#options.file?.read()) ?? this.#kept;
	}

	/** Connects to one that the bridge was started with. */
	start(named: NamedTarget): Target {
		return this.#open({ ...named, name: this.#kept.names[named.nameKey] ?? named.name }, true);
	}

	/** Connects to those that people added. @param fixed id of one that the bridge needs for something else, too */
	startKept(fixed: string | undefined): void {
		for (const { id, name, host, port } of this.#kept.targets) {
			if (this.#at({ host, port }) !== undefined) continue;
			const destination = { host, port };
			this.#open({ id, name, destination, nameKey: formatTargetAddress(destination) }, id === fixed);
		}
	}

	get all(): readonly Target[] {
		return [...this.#targets.values()];
	}

	/** The one that the bridge was started with first. @throws Error before it was */
	get first(): Target {
		const [first] = this.all;
		if (first === undefined) throw new Error("The bridge has no target yet.");
		return first;
	}

	/** What pages know of all of them. */
	facts(): TargetFacts[] {
		return this.all.map((target) => target.facts());
	}

	/** A word that tells a target from all that there are. */
	freeId(name: string): string {
		const kept = this.#kept.targets.map(({ id }) => id);
		return targetIdFor(name, new Set([...this.#targets.keys(), ...kept]));
	}

	/** Returns a function that ends it. */
	listen(listener: TargetListListener): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Connects to another pigpiod. @throws Refusal */
	add(address: Destination, name?: string): Promise<Target> {
		return this.#inTurn(async () => {
			const wanted = name ?? nameOf(address).slice(0, LONGEST_TARGET_NAME);
			refuse(hostProblem(address.host) ?? portProblem(address.port));
			this.#checkName(wanted);
			if (this.#targets.size >= MOST_TARGETS) throw refusal(`There are ${MOST_TARGETS} Pis, the most`);
			const same = this.#at(address);
			if (same !== undefined)
				throw refusal(`${formatTargetAddress(address)} is here already, as ${same.name}`);
			const id = this.freeId(wanted);
			const { host, port } = address;
			const added = { id, name: wanted.trim(), host, port };
			await this.#keep({ ...this.#kept, targets: [...this.#kept.targets, added] });
			const destination = { host, port };
			const nameKey = formatTargetAddress(destination);
			const target = this.#open({ id, name: added.name, destination, nameKey }, false);
			for (const listener of this.#listeners) listener.added(target);
			return target;
		});
	}

	/** Calls a target something else. @throws Refusal */
	rename(id: string, name: string): Promise<void> {
		return this.#inTurn(async () => {
			const target = this.#get(id);
			this.#checkName(name, target);
			const trimmed = name.trim();
			const { targets, names } = this.#kept;
			await this.#keep(
				targets.some((one) => one.id === id)
					? { names, targets: targets.map((one) => (one.id === id ? { ...one, name: trimmed } : one)) }
					: { targets, names: { ...names, [target.nameKey]: trimmed } },
			);
			target.rename(trimmed);
		});
	}

	/** Takes one off the list that was added, then frees what is open there and disconnects. @throws Refusal */
	remove(id: string): Promise<void> {
		return this.#inTurn(async () => {
			const target = this.#get(id);
			if (target.isFixed) {
				throw new Refusal(
					"targetRefused",
					`gpioscope was started with ${target.name}.`,
					"Start it without that one.",
				);
			}
			await this.#keep({ ...this.#kept, targets: this.#kept.targets.filter((one) => one.id !== id) });
			this.#targets.delete(id);
			const ending = this.#end(target).finally(() => this.#ending.delete(ending));
			this.#ending.add(ending);
		});
	}

	async close(): Promise<void> {
		await this.#last;
		await Promise.all([...this.#ending, ...this.all.map((target) => target.close())]);
	}

	async #end(target: Target): Promise<void> {
		try {
			await Promise.all([...this.#listeners].map((listener) => listener.removed(target)));
		} catch (error) {
			this.#options.onFault(error);
		} finally {
			await target.close();
		}
	}

	#at(address: Destination): Target | undefined {
		return this.all.find(({ destination }) => isSame(destination, address));
	}

	#open(spec: NamedTarget, fixed: boolean): Target {
		const target = this.#options.make({ ...spec, fixed, number: this.#next++ });
		this.#targets.set(target.id, target);
		return target;
	}

	#get(id: string): Target {
		const target = this.#targets.get(id);
		if (target === undefined) throw new Refusal("unknownTarget", `There is no target "${id}".`);
		return target;
	}

	#checkName(name: string, own?: Target): void {
		refuse(targetNameProblem(name));
		const wanted = name.trim().toLowerCase();
		if (this.all.some((other) => other !== own && other.name.toLowerCase() === wanted))
			throw refusal(`Another Pi is called ${name.trim()} already`);
	}

	async #keep(kept: KeptTargets): Promise<void> {
		const { file } = this.#options;
		await file?.write(kept).catch((error: unknown) => {
			const reason = error instanceof Error ? error.message : String(error);
			throw new Refusal(
				"targetRefused",
				`The list of Pis cannot be written: ${reason}.`,
				"Choose another file with --targets.",
			);
		});
		this.#kept = kept;
	}

	#inTurn<R>(change: () => Promise<R>): Promise<R> {
		const result = this.#last.then(change);
		this.#last = result.catch(() => {});
		return result;
	}
}

function isSame(a: Destination, b: Destination): boolean {
	return a.port === b.port && a.host.toLowerCase() === b.host.toLowerCase();
}

function refuse(problem: string | undefined): void {
	if (problem !== undefined) throw refusal(problem);
}

function refusal(problem: string): Refusal {
	return new Refusal("targetRefused", `${problem}.`);
}

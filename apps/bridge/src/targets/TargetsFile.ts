import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { hostProblem, portProblem, targetNameProblem } from "@gpioscope/protocol";
import * as z from "zod/mini";

const sound = (problem: (text: string) => string | undefined) =>
	z.string().check(z.refine((text) => problem(text) === undefined));

/** A pigpiod that somebody added. */
const keptTarget = z.object({
	id: z.string().check(z.regex(/^[a-z0-9-]{1,64}$/)),
	name: sound(targetNameProblem),
	host: sound(hostProblem),
	port: z.number().check(z.refine((port) => portProblem(port) === undefined)),
});

const kept = z.object({
	/** Those that people added. */
	targets: z.array(keptTarget),
	/** What people call those that the bridge was started with, by the key of their names. */
	names: z.record(z.string(), sound(targetNameProblem)),
});

/** What outlives the bridge. */
export type KeptTargets = z.infer<typeof kept>;

/** Under the folder that the system has for settings. */
export function defaultTargetsFile(env: NodeJS.ProcessEnv): string {
	return join(env["XDG_CONFIG_HOME"] || join(homedir(), ".config"), "gpioscope", "targets.json");
}

/** The file with the pigpiods that people added, and the names that they gave. */
export class TargetsFile {
	readonly path: string;

	constructor(path: string) {
		this.path = path;
	}

	/**
	 * Nothing when there is no such file yet.
	 * @throws Error when it cannot be read, or says something else
	 */
	async read(): Promise<KeptTargets> {
		try {
			return kept.parse(JSON.parse(await readFile(this.path, "utf8")));
		} catch (error) {
			if (isMissing(error)) return { targets: [], names: {} };
			throw new Error(
				`The list of Pis in ${this.path} cannot be read. Mend or delete it, or use another with --targets.`,
				{ cause: error },
			);
		}
	}

	/** Replaces it as a whole, so that it is never half written. @throws the error of the file system */
	async write(list: KeptTargets): Promise<void> {
		const draft = `${this.path}.new`;
		await mkdir(dirname(this.path), { recursive: true });
		await writeFile(draft, `${JSON.stringify(list, null, "\t")}\n`, { mode: 0o600 });
		await rename(draft, this.path);
	}
}

function isMissing(error: unknown): boolean {
	return error instanceof Error && "code" in error && error.code === "ENOENT";
}

import { type ChildProcess, spawn } from "node:child_process";
import { accessSync, constants as fsConstants } from "node:fs";
import { constants as osConstants } from "node:os";
import { fromByteText } from "../files/byteText.ts";
import type { Sandbox } from "../files/Sandbox.ts";
import { Outside, type Reply } from "../handlers/Handler.ts";
import { refusals } from "../handlers/refusals.ts";
import { splitWords } from "./splitWords.ts";

const FOLDER = "/opt/pigpio/cgi/";
/** The daemon puts the whole line into this many bytes, its end included. */
const LINE_BYTES = 4096;
/** How many scripts may run at a time; a further one is answered as by a daemon that cannot fork. */
const MOST_RUNNING = 32;
/** All a script finds in its environment. */
const environment = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" };

/** Exit codes of the shell the daemon runs scripts by. */
const exits = { syntaxError: 2, notExecutable: 126, notFound: 127, signalled: 128 } as const;

/** A wait status as system(3) gives it, of a program that ended by itself. */
function waitStatus(exit: number): number {
	return exit << 8;
}

/**
 * The daemon's shell scripts, /opt/pigpio/cgi/NAME below the folder of the Pi's files. They run with the rights of
 * the simulator, in that folder, with next to no environment, each in a process group of its own. Where the daemon
 * gives the argument text to a shell, here it is split into words and given to the script as they are.
 */
export class ShellScripts {
	readonly #sandbox: Sandbox | undefined;
	readonly #running = new Map<ChildProcess, Promise<void>>();

	/** Without a folder there are no scripts. */
	constructor(sandbox: Sandbox | undefined) {
		this.#sandbox = sandbox;
	}

	/** The folder scripts work in. */
	get folder(): string | undefined {
		return this.#sandbox?.root;
	}

	/**
	 * Runs a script with a text of arguments; both are byte texts.
	 * @returns the wait status of the daemon's shell: exit code * 256, 32512 not found, 32256 not executable,
	 * (128 + signal) * 256, 512 for an unclosed quote; -140 for a bad name, -139 if too many run already
	 */
	run(name: string, text: string): Reply {
		if (!/^[A-Za-z0-9_-]*$/.test(name)) return refusals.badScriptName;
		const line = `${FOLDER}${name} ${text}`.slice(0, LINE_BYTES - 1);
		const words = splitWords(line.slice(FOLDER.length));
		if (words === undefined) return waitStatus(exits.syntaxError);
		// An empty name makes the folder itself the program.
		const args = name === "" ? words : words.slice(1);
		const problem = this.#refuse(name);
		if (problem !== undefined) return problem;
		const path = this.#sandbox?.resolve(FOLDER + name) ?? "";
		return new Outside((done) => this.#start(path, args.map(fromByteText), done));
	}

	/** Kills what runs, with all it started in its process group. */
	async close(): Promise<void> {
		for (const { pid } of this.#running.keys()) {
			if (pid !== undefined) killGroup(pid);
		}
		await this.idle();
	}

	/** Resolves when the scripts that run now have ended. */
	async idle(): Promise<void> {
		await Promise.all(this.#running.values());
	}

	/** What the shell, or the daemon, answers for a script that cannot be started. */
	#refuse(name: string): number | undefined {
		// A daemon without scripts still has the folder, which an empty name asks for.
		if (this.#sandbox === undefined) return waitStatus(name === "" ? exits.notExecutable : exits.notFound);
		const stats = this.#sandbox.stat(FOLDER + name);
		if (stats === undefined) return waitStatus(exits.notFound);
		const path = this.#sandbox.resolve(FOLDER + name) ?? "";
		if (!stats.isFile() || !isExecutable(path)) return waitStatus(exits.notExecutable);
		return this.#running.size < MOST_RUNNING ? undefined : refusals.badShellStatus;
	}

	#start(path: string, args: readonly string[], done: (status: number) => void): void {
		const child = spawn(path, args, {
			cwd: this.folder,
			env: environment,
			detached: true,
			// What a script says goes where a daemon's in the foreground would go.
			stdio: ["ignore", "inherit", "inherit"],
		});
		const ended = new Promise<void>((resolve) => {
			const end = (status: number) => {
				this.#running.delete(child);
				done(status);
				resolve();
			};
			child.once("error", (error: NodeJS.ErrnoException) => end(statusOf(error.code)));
			child.once("exit", (code, signal) => {
				const number = signal === null ? 0 : osConstants.signals[signal];
				end(waitStatus(code ?? exits.signalled + number));
			});
		});
		this.#running.set(child, ended);
	}
}

/** What the shell answers where the system refuses to start a program. */
function statusOf(code: string | undefined): number {
	switch (code) {
		case "ENOENT":
		case "ENOTDIR":
		case "ENAMETOOLONG":
			return waitStatus(exits.notFound);
		case "EACCES":
		case "ENOEXEC":
		case "E2BIG":
			return waitStatus(exits.notExecutable);
		default:
			return refusals.badShellStatus;
	}
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, fsConstants.X_OK);
		return true;
	} catch {
		// The one thing asked.
		return false;
	}
}

function killGroup(pid: number): void {
	try {
		process.kill(-pid, "SIGKILL");
	} catch (error) {
		// It has ended since; its end is being told.
		if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
	}
}

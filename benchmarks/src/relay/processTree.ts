import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks a second of the kernel's process times; 100 on every Linux Node runs on. */
const TICKS = 100;

interface Process {
	readonly pid: number;
	readonly parent: number;
	readonly cpuSeconds: number;
}

/** CPU seconds, user and system, that a process and all its living descendants have used. Linux only. */
export function cpuSecondsOf(root: number): number {
	const processes = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? readProcess(name) : []));
	const tree = new Set([root]);
	// Children of children: as many rounds as the tree is deep.
	for (let size = 0; size !== tree.size; ) {
		size = tree.size;
		for (const { pid, parent } of processes) if (tree.has(parent)) tree.add(pid);
	}
	return processes.reduce((sum, { pid, cpuSeconds }) => (tree.has(pid) ? sum + cpuSeconds : sum), 0);
}

/** CPU seconds, user and system, of the thread that a process began with. Linux only. */
export function mainThreadSecondsOf(pid: number): number {
	return cpuSecondsIn(readFileSync(`/proc/${pid}/task/${pid}/stat`, "utf8"));
}

/** Resident memory of one process, megabytes. */
export function residentMegabytes(pid: number): number {
	const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
	return Number(kilobytes) / 1024;
}

function readProcess(name: string): Process[] {
	let stat: string;
	try {
		stat = readFileSync(`/proc/${name}/stat`, "utf8");
	} catch (error) {
		// Ended since it was listed.
		if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ESRCH"))
			return [];
		throw error;
	}
	return [{ pid: Number(name), parent: Number(fieldsOf(stat)[1]), cpuSeconds: cpuSecondsIn(stat) }];
}

/** What stands behind the name, which is in parentheses and may hold blanks. */
function fieldsOf(stat: string): string[] {
	return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function cpuSecondsIn(stat: string): number {
	const fields = fieldsOf(stat);
	return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

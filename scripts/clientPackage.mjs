// Makes the client's package and proves that whoever installs it can use it: packs it, installs the tarball without a
// network, runs a program of plain JavaScript against the simulator, and checks the README's examples and a TypeScript
// program against the types that are shipped.
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

const client = resolve("packages/client");
const dist = join(client, "dist");
const zod = realpathSync("packages/protocol/node_modules/zod");
const folder = mkdtempSync(join(tmpdir(), "gpioscope-package-"));
const simulator = spawn(
	process.execPath,
	["--import", "tsx", "packages/simulator/src/cli.ts", "-p", "0", "--bench", "none"],
	{ stdio: ["ignore", "pipe", "inherit"] },
);

try {
	run(process.execPath, ["build.mjs"], client);
	const tarball = pack();
	run(
		"npm",
		["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", tarball, zod],
		consumerFolder(),
	);
	const examples = copyConsumers();
	run(process.execPath, ["consumer.mjs", await portOf(simulator)], folder);
	run(resolve("node_modules/.bin/tsc"), ["-p", "."], folder);
	console.log(`client package: ${tarball} works; ${examples} examples of the README have its types`);
} catch (error) {
	console.error(`client package: ${error.message}`);
	process.exitCode = 1;
} finally {
	simulator.kill();
	rmSync(folder, { recursive: true, force: true });
}

function run(command, args, cwd) {
	const { status, error } = spawnSync(command, args, { cwd, stdio: "inherit" });
	if (error) throw error;
	if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}`);
}

/** Makes the tarball and returns its path. */
function pack() {
	const args = ["pack", "--json", "--ignore-scripts"];
	const { status, stdout, stderr } = spawnSync("npm", args, { cwd: dist, encoding: "utf8" });
	if (status !== 0) throw new Error(`npm pack: ${stderr}`);
	return join(dist, JSON.parse(stdout)[0].filename);
}

/** An empty project of somebody else. */
function consumerFolder() {
	writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
	const compilerOptions = {
		target: "ES2022",
		module: "NodeNext",
		strict: true,
		exactOptionalPropertyTypes: true,
		noUncheckedIndexedAccess: true,
		noEmit: true,
		lib: ["ES2023", "ESNext.Disposable"],
		typeRoots: [resolve("node_modules/@types")],
		types: ["node"],
	};
	writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
	return folder;
}

/** Brings the programs that use the package, and returns how many are examples of the README. */
function copyConsumers() {
	for (const name of ["consumer.mjs", "consumer.ts"]) {
		copyFileSync(join(client, "fixtures", name), join(folder, name));
	}
	const readme = readFileSync(join(client, "README.md"), "utf8");
	const examples = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)];
	if (examples.length === 0) throw new Error("the README has no examples");
	for (const [number, [, code]] of examples.entries()) {
		writeFileSync(join(folder, `example${number}.ts`), code);
	}
	return examples.length;
}

/** Reads the port from the line the simulator prints when it listens. */
async function portOf(child) {
	for await (const line of createInterface({ input: child.stdout })) {
		const port = /\bport (\d+)/.exec(line)?.[1];
		if (port !== undefined) return port;
	}
	throw new Error("the simulator ended before it listened");
}

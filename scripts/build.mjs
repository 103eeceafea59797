// Builds what has a build: the bridge for Node and the page for browsers.
import { spawnSync } from "node:child_process";

const builds = [
	["apps/bridge", process.execPath, ["build.mjs"]],
	["apps/web", "node_modules/.bin/vite", ["build", "--logLevel", "warn"]],
];
for (const [folder, command, args] of builds) {
	const start = performance.now();
	const { status } = spawnSync(command, args, { cwd: folder, stdio: "inherit" });
	if (status !== 0) {
		console.error(`build: ${folder} failed`);
		process.exit(1);
	}
	console.log(`build: ${folder} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

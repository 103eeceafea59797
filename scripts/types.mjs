// Type-checks every project with its own tsconfig and says how many it checked, so that an empty run cannot pass.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";

const folders = ["packages", "apps"].flatMap((parent) =>
	readdirSync(parent).map((name) => `${parent}/${name}`),
);
const projects = [...folders, "e2e", "benchmarks", "scripts"].flatMap((folder) =>
	["tsconfig.json", "tsconfig.test.json"]
		.map((file) => `${folder}/${file}`)
		.filter((file) => existsSync(file)),
);
let failed = 0;
for (const project of projects) {
	const { status } = spawnSync("node_modules/.bin/tsc", ["-p", project], { stdio: "inherit" });
	if (status !== 0) {
		failed++;
		console.error(`types: ${project} has errors`);
	}
}
console.log(`types: ${projects.length} projects checked, ${failed} with errors`);
process.exit(failed === 0 && projects.length >= 10 ? 0 : 1);

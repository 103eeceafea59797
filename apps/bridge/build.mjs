// Bundles the bridge for plain Node. Workspace packages are TypeScript source, so they are bundled in;
// everything from the registry stays external.
import { build } from "esbuild";

const workspace = (name) => new URL(`../../packages/${name}/src/index.ts`, import.meta.url).pathname;

await build({
	absWorkingDir: new URL(".", import.meta.url).pathname,
	entryPoints: ["src/main.ts"],
	outfile: "dist/main.js",
	bundle: true,
	platform: "node",
	format: "esm",
	target: "node20",
	sourcemap: true,
	packages: "external",
	alias: Object.fromEntries(
		["protocol", "logic", "client", "simulator"].map((name) => [`@gpioscope/${name}`, workspace(name)]),
	),
	logLevel: "warning",
});

// Bundles the bridge for plain Node. Workspace packages are TypeScript source, so they and what they depend on are
// bundled in; the bridge's own dependencies from the registry stay external.
import { readFileSync } from "node:fs";
import { build } from "esbuild";

const { dependencies } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

await build({
	absWorkingDir: new URL(".", import.meta.url).pathname,
	entryPoints: ["src/main.ts"],
	outfile: "dist/main.js",
	bundle: true,
	platform: "node",
	format: "esm",
	target: "node20",
	sourcemap: true,
	// Bundled CommonJS (yaml) asks for Node's own modules by require, which an ES module does not have.
	banner: {
		js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
	},
	external: Object.keys(dependencies).filter((name) => !name.startsWith("@gpioscope/")),
	logLevel: "warning",
});

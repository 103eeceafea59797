// Makes the package that is published, in dist: JavaScript with the protocol bundled in, types, README and licence.
// `npm pack ./packages/client/dist` then makes the tarball.
import { spawnSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL(".", import.meta.url));
const root = join(folder, "../..");
const dist = join(folder, "dist");
const types = join(dist, "types");
const own = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const product = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const entries = { index: "src/index.ts", bridge: "src/bridge/index.ts" };

rmSync(dist, { recursive: true, force: true });

const { metafile } = await build({
	absWorkingDir: folder,
	entryPoints: entries,
	outdir: dist,
	bundle: true,
	splitting: true,
	platform: "node",
	format: "esm",
	target: "es2022",
	external: ["zod"],
	metafile: true,
	logLevel: "warning",
});

refuseNode("dist/bridge.js");

const { status } = spawnSync(join(root, "node_modules/.bin/tsc"), ["-p", "tsconfig.build.json"], {
	cwd: folder,
	stdio: "inherit",
});
if (status !== 0) process.exit(1);

// Types name the protocol's by the workspace, and files by their source's ending; a package needs paths within it.
const protocol = join(types, "protocol/src/index.js");
const declarations = readdirSync(types, { recursive: true, encoding: "utf8" })
	.filter((name) => name.endsWith(".d.ts"))
	.map((name) => join(types, name));
for (const file of declarations) {
	const toProtocol = relative(dirname(file), protocol);
	const text = readFileSync(file, "utf8")
		.replaceAll('"@gpioscope/protocol"', JSON.stringify(toProtocol))
		.replace(/(from |import\()"(\.[^"]*)\.ts"/g, '$1"$2.js"');
	writeFileSync(file, text);
}

const zod = JSON.parse(readFileSync(join(root, "packages/protocol/node_modules/zod/package.json"), "utf8"));
const exported = Object.entries(entries).map(([name, source]) => [
	name === "index" ? "." : `./${name}`,
	{ types: `./types/client/${source.replace(/\.ts$/, ".d.ts")}`, default: `./${name}.js` },
]);
writeFileSync(
	join(dist, "package.json"),
	`${JSON.stringify(
		{
			name: own.name,
			version: own.version,
			description: own.description,
			keywords: own.keywords,
			license: own.license,
			type: "module",
			sideEffects: false,
			engines: product.engines,
			exports: Object.fromEntries(exported),
			dependencies: { zod: `^${zod.version}` },
		},
		null,
		2,
	)}\n`,
);
copyFileSync(join(root, "LICENSE"), join(dist, "LICENSE"));
copyFileSync(join(folder, "README.md"), join(dist, "README.md"));

const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
console.log(
	`client: ${exported.length} entries, ${declarations.length} declarations, ${bytes} bytes of JavaScript`,
);

/** The entry for browsers must not reach what only Node has. */
function refuseNode(output) {
	const found = (metafile.outputs[output]?.imports ?? [{ path: "no such output", external: true }])
		.flatMap(({ path, external }) => (external ? [path] : refuseNode(path)))
		.filter((path) => path !== "zod" && !path.startsWith("zod/"));
	if (found.length > 0) throw new Error(`${output} imports ${found.join(", ")}`);
	return found;
}

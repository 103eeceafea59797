// Writes docs/client-api.md from the client's types and the command table: `pnpm run docs`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commandDefaults } from "../packages/client/src/api/commandDefaults.ts";
import { type CommandName, commandGroups, commandNames, commands } from "../packages/protocol/src/index.ts";
import { type Declaration, readDeclarations } from "./declarations.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const target = join(root, "docs/client-api.md");

/** Files of the client by the beginning of their path, under the title of their section. The first that fits counts. */
const sections: readonly (readonly [title: string, ...paths: string[]])[] = [
	["Pi", "api/Pi", "Pi", "api/Openers", "api/waves/WaveTools", "bridge/connectBridge"],
	["Edges and events", "api/records", "api/callbacks", "api/feed", "api/waiting", "api/polling"],
	["Waves", "api/waves"],
	["Scripts", "api/scripts"],
	["Devices, buses and files", "api/devices", "api/bytesOf"],
	["Constants and helpers", "api"],
	["Errors", "errors", "bridge/BridgeError"],
	["Connections", ""],
];

interface Entry extends Declaration {
	/** Undefined for a base of exported classes. */
	readonly exportedAs: string | undefined;
	readonly path: string;
}

/** docs/client-api.md as it should be. */
export function clientApiDocument(): string {
	const entries = collect();
	const text = sections.flatMap(([title], index) => {
		const own = entries.filter(({ path }) => sectionOf(path) === index).sort((a, b) => rankOf(a) - rankOf(b));
		return own.length === 0 ? [] : ["", `## ${title}`, ...own.flatMap(entryLines)];
	});
	return `${[
		"# API of the client",
		"",
		"<!-- Made from the types of packages/client and the command table by `pnpm run docs`. Do not edit. -->",
		"",
		"What `@gpioscope/client` and `@gpioscope/client/bridge` export. Examples are in the package's",
		"[README](../packages/client/README.md); ranges and units of arguments in [commands.md](commands.md).",
		...text,
		"",
		"## Commands",
		"",
		"Each is a method of `Pi`, with the options of a call (`signal`, `timeoutMs`) as second argument. What has a default need",
		"not be given.",
		...commandLines(),
	].join("\n")}\n`;
}

function sectionOf(path: string): number {
	return sections.findIndex(([, ...paths]) =>
		paths.some((each) => each === "" || path === each || path.startsWith(`${each}/`)),
	);
}

/** What is called comes before what is only named. */
function rankOf({ code }: Entry): number {
	return ["function", "class", "abstract", "const"].findIndex((word) => code.startsWith(word)) >>> 0;
}

function entryLines({ exportedAs, name, text, code }: Entry): string[] {
	const said = exportedAs === undefined ? `${text} Not exported: what extends it has its members.` : text;
	const shown = exportedAs === name ? code : code.replace(`type ${name} =`, `type ${exportedAs} =`);
	return ["", `### ${exportedAs ?? name}`, ...(said === "" ? [] : ["", said]), "", "```ts", shown, "```"];
}

/** Everything exported, and the bases of exported classes, in the order of the entry files. */
function collect(): readonly Entry[] {
	const declared = declarations();
	const entries: Entry[] = [];
	const add = (name: string, exportedAs: string | undefined, path?: string) => {
		if (entries.some((each) => (each.exportedAs ?? each.name) === (exportedAs ?? name))) return;
		const entry = declared.find((each) => each.name === name && (path === undefined || each.path === path));
		if (entry === undefined) throw new Error(`${name} is exported, but its declaration was not found`);
		entries.push({ ...entry, exportedAs });
		if (entry.base !== undefined && entry.base !== "Error") add(entry.base, undefined);
	};
	for (const { name, exportedAs, path } of exportsOf()) add(name, exportedAs, path);
	return entries;
}

/** What the entry files export, except what comes from the protocol, which commands.md describes. */
function exportsOf(): readonly { name: string; exportedAs: string; path: string }[] {
	return ["index.ts", "common.ts", "bridge/index.ts"].flatMap((file) => {
		const source = readFileSync(join(root, "packages/client/src", file), "utf8");
		const folder = file.includes("/") ? "bridge/" : "";
		return [...source.matchAll(/export (?:type )?\{([^}]*)\} from "\.\/(.*)\.ts"/g)].flatMap(
			([, names = "", path = ""]) =>
				names
					.split(",")
					.map((each) => each.trim().replace(/^type /, ""))
					.filter((each) => each !== "")
					.map((each) => {
						const [name = "", exportedAs = name] = each.split(" as ");
						return { name, exportedAs, path: `${folder}${path}` };
					}),
		);
	});
}

/** All declarations of the client, as the compiler writes them. */
function declarations(): readonly (Declaration & { path: string })[] {
	const folder = mkdtempSync(join(tmpdir(), "gpioscope-types-"));
	try {
		const args = ["-p", "packages/client/tsconfig.build.json", "--outDir", folder];
		const { status, stdout } = spawnSync("node_modules/.bin/tsc", args, { cwd: root, encoding: "utf8" });
		if (status !== 0) throw new Error(`tsc: ${stdout}`);
		const types = join(folder, "client/src");
		return readdirSync(types, { recursive: true, encoding: "utf8" })
			.filter((name) => name.endsWith(".d.ts"))
			.sort()
			.flatMap((name) =>
				readDeclarations(readFileSync(join(types, name), "utf8")).map((each) => ({
					...each,
					path: name.replace(/\.d\.ts$/, ""),
				})),
			);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function commandLines(): string[] {
	return Object.entries(commandGroups).flatMap(([group, title]) => [
		"",
		`### ${title}`,
		"",
		"| Method | Gives | |",
		"| --- | --- | --- |",
		...commandNames.filter((name) => commands[name].group === group).map(commandLine),
	]);
}

const gives: Readonly<Record<string, string>> = {
	bytes: "`Uint8Array`",
	scriptStatus: "`ScriptStatus`",
	bscTransfer: "`BscTransfer`",
};

function commandLine(name: CommandName): string {
	const { params, result, summary } = commands[name];
	const defaults = (commandDefaults as Partial<Record<CommandName, Readonly<Record<string, unknown>>>>)[name];
	const args = Object.entries(params).map(([param, { optional }]) => {
		if (optional) return `${param}?`;
		const value = defaults?.[param];
		if (value === undefined) return param;
		return `${param} = ${typeof value === "number" ? value : "[]"}`;
	});
	const call = args.length === 0 ? `${name}()` : `${name}({ ${args.join(", ")} })`;
	return `| \`${call}\` | ${result.kind === "status" ? "" : (gives[result.kind] ?? "`number`")} | ${summary} |`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	writeFileSync(target, clientApiDocument());
	console.log(`docs: ${target} is made`);
}

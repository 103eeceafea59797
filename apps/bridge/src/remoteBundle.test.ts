import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, it } from "vitest";

it("the client over the bridge runs in a browser: nothing in it is Node's", async () => {
	const result = await build({
		stdin: {
			contents: 'export { connectBridge } from "@gpioscope/client/bridge";',
			resolveDir: fileURLToPath(new URL(".", import.meta.url)),
		},
		bundle: true,
		platform: "browser",
		format: "esm",
		target: "es2022",
		metafile: true,
		write: false,
		logLevel: "silent",
	});
	const inputs = Object.keys(result.metafile.inputs);
	expect(inputs.some((path) => path.endsWith("bridge/BridgeTransport.ts"))).toBe(true);
	expect(inputs.filter((path) => path.startsWith("node:"))).toEqual([]);
	const [output] = Object.values(result.metafile.outputs);
	expect(output?.imports).toEqual([]);
	const code = result.outputFiles[0]?.text ?? "";
	expect(code).not.toMatch(/\bprocess\.|\bBuffer\b|\brequire\(/);
	expect(code.length).toBeGreaterThan(10_000);
});

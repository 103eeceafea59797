import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseConfig, UsageError } from "./config.ts";

const parse = (text: string, env: NodeJS.ProcessEnv = {}) =>
	parseConfig(text.split(" ").filter(Boolean), env);

describe("parseConfig", () => {
	it("is safe without any option", () => {
		expect(parse("")).toMatchObject({
			source: { kind: "find" },
			bench: "default",
			listenHost: "localhost",
			port: 8880,
			allowedOrigins: [],
			allowedHosts: [],
			allowed: new Set(),
		});
	});

	it.each([
		["bench-pi", "bench-pi", 8888],
		["bench-pi:9000", "bench-pi", 9000],
		["192.168.1.5:9000", "192.168.1.5", 9000],
		["[::1]:9000", "::1", 9000],
		["[::1]", "::1", 8888],
		["::1", "::1", 8888],
		["fe80::1", "fe80::1", 8888],
	])("understands --pi %s", (text, host, port) => {
		expect(parse(`--pi ${text}`).source).toEqual({ kind: "pi", destination: { host, port } });
	});

	it("takes several Pis, with names", () => {
		const config = parse("--pi bench=192.168.1.20:9000 --pi far --pi v6=[::1]");
		expect(config.source).toEqual({
			kind: "pi",
			name: "bench",
			destination: { host: "192.168.1.20", port: 9000 },
		});
		expect(config.others).toEqual([
			{ destination: { host: "far", port: 8888 } },
			{ name: "v6", destination: { host: "::1", port: 8888 } },
		]);
	});

	it("keeps what is added in the folder for settings, elsewhere, or not at all", () => {
		expect(parse("", { XDG_CONFIG_HOME: "/settings" }).targetsFile).toBe("/settings/gpioscope/targets.json");
		expect(parse("", {}).targetsFile).toBe(join(homedir(), ".config/gpioscope/targets.json"));
		expect(parse("--targets pis.json").targetsFile).toBe(join(process.cwd(), "pis.json"));
		expect(parse("--targets none").targetsFile).toBeUndefined();
	});

	it("looks for other gpioscopes unless told not to", () => {
		expect(parse("").discovery).toBe(true);
		expect(parse("--no-discovery").discovery).toBe(false);
	});

	it("takes pigpio's own environment, and options before it", () => {
		const env = { PIGPIO_ADDR: "far", PIGPIO_PORT: "9999" };
		expect(parse("", env).source).toEqual({ kind: "pi", destination: { host: "far", port: 9999 } });
		expect(parse("", { PIGPIO_PORT: "9999" }).source).toMatchObject({ destination: { host: "localhost" } });
		expect(parse("--simulate", env).source).toEqual({ kind: "simulate" });
		expect(parse("--pi near", env).source).toMatchObject({ destination: { host: "near" } });
		expect(parse("", { PIGPIO_ADDR: "", PIGPIO_PORT: "" }).source).toEqual({ kind: "find" });
	});

	it("collects what may be repeated", () => {
		const config = parse(
			"--allow shell,files --allow-host a --allow-host b --allow-origin http://x:1/ --allow-origin https://y",
		);
		expect(config.allowed).toEqual(new Set(["shell", "files"]));
		expect(config.allowedHosts).toEqual(["a", "b"]);
		expect(config.allowedOrigins).toEqual(["http://x:1", "https://y"]);
	});

	it("offers lines only when told where", () => {
		expect(parse("").lines).toBeUndefined();
		expect(parse("--line-socket /run/x/s").lines).toEqual({ socket: "/run/x/s", dialect: "gpiod" });
		const all = "--line-socket s --line-group gpio --line-target pi --line-dialect article";
		expect(parse(all).lines).toEqual({
			socket: join(process.cwd(), "s"),
			group: "gpio",
			target: "pi",
			dialect: "article",
		});
	});

	it("takes a token from option or environment", () => {
		expect(parse("--token 0123456789abcdef").token).toBe("0123456789abcdef");
		expect(parse("", { GPIOSCOPE_TOKEN: "0123456789abcdef" }).token).toBe("0123456789abcdef");
		expect(parse("").token).toBeUndefined();
	});

	it.each([
		["--pi", "argument missing"],
		["--pi a:b", "A port is a whole number"],
		["--pi http://a", "Give a host"],
		["--pi =a", "Give a name of 1 to 40 letters"],
		["--pi a:99999", "whole number"],
		["--port x", "whole number"],
		["--allow everything", "Choose from shell, files, custom"],
		["--allow-origin localhost", "scheme://host"],
		["--token short", "at least 16"],
		["--nonsense", "unknown option"],
		["extra", "too many arguments"],
		["--pi a --simulate", "either"],
		["--line-group gpio", "--line-group needs --line-socket"],
		["--line-target pi", "--line-target needs --line-socket"],
		["--line-dialect article", "--line-dialect needs --line-socket"],
		["--line-socket /tmp/s --line-dialect klingon", "Choose from gpiod, article"],
	])("explains what is wrong with %s", (text, message) => {
		expect(() => parse(text)).toThrow(UsageError);
		expect(() => parse(text)).toThrow(message);
	});

	it("explains a wrong environment", () => {
		expect(() => parse("", { PIGPIO_PORT: "x" })).toThrow("PIGPIO_PORT: A port is a whole number");
		expect(() => parse("", { GPIOSCOPE_TOKEN: "x" })).toThrow("GPIOSCOPE_TOKEN: A token");
	});

	it.each(["--help", "--version"])("ends well after %s", (text) => {
		expect(() => parse(text)).toThrow(expect.objectContaining({ exitCode: 0 }));
	});
});

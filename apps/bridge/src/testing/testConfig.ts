import type { Config } from "../config.ts";

/** A bridge on a free port, before the simulated Pi without a bench, unless told otherwise. */
export function testConfig(overrides: Partial<Config> = {}): Config {
	return {
		source: { kind: "simulate" },
		others: [],
		discovery: false,
		bench: "none",
		listenHost: "localhost",
		port: 0,
		allowedOrigins: [],
		allowedHosts: [],
		allowed: new Set(),
		webRoot: "/nonexistent",
		...overrides,
	};
}

import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["{packages,apps,benchmarks}/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
		exclude: ["**/node_modules/**", "**/dist/**"],
		testTimeout: 20_000,
	},
});

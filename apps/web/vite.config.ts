import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where the bridge listens during development: `pnpm dev` starts both. */
const bridge = process.env["GPIOSCOPE_BRIDGE"] ?? "http://localhost:8880";

export default defineConfig({
	plugins: [react()],
	build: { target: "es2022", chunkSizeWarningLimit: 1200, sourcemap: true },
	worker: { format: "es" },
	server: {
		proxy: { "/api": { target: bridge }, "/ws": { target: bridge, ws: true } },
	},
});

import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where the bridge listens during development: `pnpm dev` starts both. */
const bridge = process.env["GPIOSCOPE_BRIDGE"] ?? "http://localhost:8880";

export default defineConfig({
	plugins: [react()],
	// Lightning CSS also puts together what styles compose of other files, with their places in its source maps.
	// The page is a container for all of them: its name stays.
	css: { transformer: "lightningcss", lightningcss: { cssModules: { container: false } } },
	build: { target: "es2022", chunkSizeWarningLimit: 1200, sourcemap: true },
	worker: { format: "es" },
	server: {
		proxy: { "/api": { target: bridge }, "/ws": { target: bridge, ws: true } },
	},
});

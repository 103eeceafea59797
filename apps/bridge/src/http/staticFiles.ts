import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

const notBuilt = `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>gpioscope</title>
<body style="font: 16px/1.5 system-ui; max-width: 40em; margin: 4em auto">
<h1>The page is not built yet</h1>
<p>The bridge runs, but there is no page to show. Build it with <code>npx pnpm build</code> in the gpioscope
folder, then load this address again. <code>npx pnpm start</code> does both.</p>`;

/** The page itself. Its files bear their hash in their names and never change; the page that names them does. */
export async function addStaticFiles(app: FastifyInstance, root: string): Promise<void> {
	if (!existsSync(join(root, "index.html"))) {
		app.get("/", (_request, reply) => reply.code(503).type("text/html").send(notBuilt));
		return;
	}
	await app.register(fastifyStatic, {
		root,
		cacheControl: false,
		setHeaders(response, path) {
			const isHashed = path.startsWith(join(root, "assets"));
			response.setHeader("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
		},
	});
}

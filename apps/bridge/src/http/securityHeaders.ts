import type { FastifyInstance } from "fastify";

/** Styles may be inline since the component library sets positions that way; scripts never. */
const contentPolicy = [
	"default-src 'self'",
	"script-src 'self'",
	"style-src 'self' 'unsafe-inline'",
	"img-src 'self' data: blob:",
	"font-src 'self' data:",
	"worker-src 'self' blob:",
	"connect-src 'self'",
	"object-src 'none'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'self'",
].join("; ");

/** Tells browsers to run nothing but the page itself, and no other site to frame it. */
export function addSecurityHeaders(app: FastifyInstance): void {
	app.addHook("onSend", async (_request, reply) => {
		reply.headers({
			"content-security-policy": contentPolicy,
			"x-content-type-options": "nosniff",
			"referrer-policy": "no-referrer",
			"cross-origin-opener-policy": "same-origin",
			"cross-origin-resource-policy": "same-origin",
		});
	});
}

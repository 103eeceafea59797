import type { FastifyInstance } from "fastify";
import type { AccessToken } from "../access/AccessToken.ts";
import type { Gate } from "../access/Gate.ts";

const bodySchema = {
	type: "object",
	required: ["token"],
	additionalProperties: false,
	properties: { token: { type: "string", maxLength: 500 } },
} as const;

/** `POST /api/session` exchanges the token of the printed address for a cookie that scripts of the page cannot read. */
export function addSessionRoute(
	app: FastifyInstance,
	gate: Gate,
	token: AccessToken,
	cookieName: () => string,
): void {
	app.post<{ Body: { token: string } }>(
		"/api/session",
		{ schema: { body: bodySchema } },
		(request, reply) => {
			const rejection = gate.checkToken(request.body.token, request.ip);
			if (rejection !== undefined) return reply.code(rejection.status).send({ message: rejection.message });
			return reply
				.setCookie(cookieName(), token.cookie, { httpOnly: true, sameSite: "strict", path: "/" })
				.code(204)
				.send();
		},
	);
}

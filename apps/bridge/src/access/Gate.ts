import type { IncomingMessage } from "node:http";
import { TOKEN_SUBPROTOCOL } from "@gpioscope/protocol";
import type { AccessToken } from "./AccessToken.ts";
import type { AttemptLimit } from "./AttemptLimit.ts";
import type { SitePolicy } from "./SitePolicy.ts";

/** Why a request is not let in, as HTTP says it. */
export interface Rejection {
	readonly status: 400 | 401 | 403 | 404 | 429;
	readonly message: string;
}

export interface GateOptions {
	readonly token: AccessToken;
	readonly sites: SitePolicy;
	readonly attempts: AttemptLimit;
	/** Cookies ignore ports, so each bridge of a host has a name of its own. */
	cookieName(): string;
}

const tooMany: Rejection = { status: 429, message: "Too many wrong tokens. Wait a minute." };
const unknown: Rejection = {
	status: 401,
	message: "The token is missing or wrong. Open the address that gpioscope printed in its terminal.",
};

/** Lets requests in or not: by host, origin, and token or cookie. */
export class Gate {
	readonly #options: GateOptions;

	constructor(options: GateOptions) {
		this.#options = options;
	}

	/** Whether this host may be called from there at all. */
	checkSite({ headers }: Pick<IncomingMessage, "headers">): Rejection | undefined {
		const { sites } = this.#options;
		if (!sites.allowsHost(headers.host)) {
			return {
				status: 403,
				message: "This host name is not allowed. Use localhost, or start gpioscope with --allow-host.",
			};
		}
		if (!sites.allowsOrigin(headers.origin, headers.host)) {
			return {
				status: 403,
				message:
					"Pages of this origin are not allowed. Start gpioscope with --allow-origin if they should be.",
			};
		}
		return undefined;
	}

	/** Whether a token is the right one; wrong ones are counted. */
	checkToken(token: string, address: string): Rejection | undefined {
		const { attempts } = this.#options;
		if (attempts.isBlocked(address)) return tooMany;
		if (this.#options.token.isToken(token)) return undefined;
		attempts.failed(address);
		return unknown;
	}

	/** Whether a program's request bears the token in its header; a cookie is no good here. */
	checkHeader(request: IncomingMessage): Rejection | undefined {
		const token = headerToken(request);
		return token === undefined ? unknown : this.checkToken(token, request.socket.remoteAddress ?? "");
	}

	/** Whether a request bears the cookie, or the token in a header or among its subprotocols. */
	checkBearer(request: IncomingMessage): Rejection | undefined {
		const { cookie } = request.headers;
		const bearer = tokenOffered(request) ?? headerToken(request);
		if (bearer !== undefined) return this.checkToken(bearer, request.socket.remoteAddress ?? "");
		const value = cookieOf(cookie, this.#options.cookieName());
		return value !== undefined && this.#options.token.isCookie(value) ? undefined : unknown;
	}
}

function headerToken({ headers }: IncomingMessage): string | undefined {
	return /^Bearer (\S+)$/i.exec(headers.authorization ?? "")?.[1];
}

function tokenOffered({ headers }: IncomingMessage): string | undefined {
	return subprotocolsOf(headers)
		.find((name) => name.startsWith(TOKEN_SUBPROTOCOL))
		?.slice(TOKEN_SUBPROTOCOL.length);
}

/** The subprotocols that a WebSocket's opening request offers. */
export function subprotocolsOf(headers: IncomingMessage["headers"]): string[] {
	return (headers["sec-websocket-protocol"] ?? "").split(",").map((name) => name.trim());
}

function cookieOf(header: string | undefined, name: string): string | undefined {
	const pairs = (header ?? "").split(";").map((pair) => pair.trim().split("="));
	return pairs.find(([key]) => key === name)?.[1];
}

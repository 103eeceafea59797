import { isIP } from "node:net";
import { isLoopbackName } from "@gpioscope/client";

export interface SitePolicyOptions {
	/** Address the bridge listens on. */
	readonly listenHost: string;
	/** Host names by which it may be called beside its own. */
	readonly allowedHosts: readonly string[];
	/** Other sites, as scheme://host[:port], whose pages may use it. */
	readonly allowedOrigins: readonly string[];
}

/**
 * Says from where the bridge may be used. A browser would let any page on the web open a WebSocket to this computer
 * (Origin stops that), and any site can point its own name at 127.0.0.1 (Host stops that).
 */
export class SitePolicy {
	readonly #isLoopback: boolean;
	readonly #hosts: ReadonlySet<string>;
	readonly #origins: ReadonlySet<string>;

	constructor({ listenHost, allowedHosts, allowedOrigins }: SitePolicyOptions) {
		this.#isLoopback = isLoopbackName(listenHost);
		this.#hosts = new Set([listenHost, ...allowedHosts].map((host) => host.toLowerCase()));
		this.#origins = new Set(allowedOrigins.map((origin) => origin.toLowerCase().replace(/\/$/, "")));
	}

	/** Whether a request may call the bridge by that Host header. */
	allowsHost(header: string | undefined): boolean {
		const name = header === undefined ? undefined : hostNameOf(header);
		if (name === undefined) return false;
		if (isLoopbackName(name) || this.#hosts.has(name)) return true;
		// An address cannot be rebound as a name can. On loopback no other address is expected.
		return !this.#isLoopback && isIP(name) !== 0;
	}

	/** Whether a page of that origin may use it; programs send no origin. The host must be allowed already. */
	allowsOrigin(origin: string | undefined, host: string | undefined): boolean {
		if (origin === undefined) return true;
		if (this.#origins.has(origin.toLowerCase())) return true;
		const site = parse(origin);
		return site !== undefined && host !== undefined && site.host === host.toLowerCase();
	}
}

function hostNameOf(header: string): string | undefined {
	if (!/^[\w.:[\]-]+$/.test(header)) return undefined;
	return parse(`http://${header}`)?.hostname.replace(/^\[|\]$/g, "");
}

function parse(text: string): URL | undefined {
	return URL.canParse(text) ? new URL(text) : undefined;
}

/** What came of showing the token to the bridge. */
export type Entry =
	| { readonly kind: "entered" }
	| { readonly kind: "refused"; readonly reason: string }
	| { readonly kind: "unreachable" };

/** The token in an address's fragment, `#token=…`; undefined when it has none. */
export function tokenOf(hash: string): string | undefined {
	const token = new URLSearchParams(hash.replace(/^#/, "")).get("token");
	return token === null || token === "" ? undefined : token;
}

/** Exchanges the token for a cookie that opens the WebSocket. */
export async function enter(token: string, post: typeof fetch = fetch): Promise<Entry> {
	let response: Response;
	try {
		response = await post("/api/session", {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify({ token }),
		});
	} catch {
		return { kind: "unreachable" };
	}
	if (response.ok) return { kind: "entered" };
	if (response.status >= 500) return { kind: "unreachable" };
	return { kind: "refused", reason: reasonOf(response.status) };
}

function reasonOf(status: number): string {
	switch (status) {
		case 401:
			return "The token in the address is not the one of this gpioscope.";
		case 403:
			return "gpioscope does not accept pages from this address.";
		case 429:
			return "Too many wrong tokens came from this computer. Wait a minute.";
		default:
			return `gpioscope refused the token (HTTP ${status}).`;
	}
}

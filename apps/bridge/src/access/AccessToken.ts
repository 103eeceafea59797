import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** The secret that lets a page in, and the cookie it is exchanged for. */
export class AccessToken {
	/** As printed in the address. */
	readonly text: string;
	/** Made out of the token, so that the token itself is kept nowhere in the browser. */
	readonly cookie: string;

	constructor(text: string = randomBytes(24).toString("base64url")) {
		this.text = text;
		this.cookie = createHmac("sha256", text).update("gpioscope cookie").digest("base64url");
	}

	/** Takes the same time whatever is wrong. */
	isToken(text: string): boolean {
		return isSame(text, this.text);
	}

	isCookie(text: string): boolean {
		return isSame(text, this.cookie);
	}
}

/** Compares digests, since only equal lengths can be compared in constant time. */
function isSame(a: string, b: string): boolean {
	const key = randomBytes(32);
	const digest = (text: string) => createHmac("sha256", key).update(text).digest();
	return timingSafeEqual(digest(a), digest(b));
}

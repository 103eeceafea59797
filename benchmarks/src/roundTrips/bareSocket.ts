import { connect } from "node:net";

/**
 * Round trips a second of a Node socket without any client around it: a fixed request of 16 bytes, written again
 * as soon as an answer came. What Node itself allows.
 */
export function measureBareSocket(port: number, request: Uint8Array, seconds: number): Promise<number> {
	return new Promise((resolve, reject) => {
		const socket = connect({ port, host: "127.0.0.1", noDelay: true });
		let begin = 0;
		let count = 0;
		socket.on("error", reject);
		socket.on("connect", () => {
			begin = performance.now();
			socket.write(request);
		});
		socket.on("data", () => {
			count++;
			const elapsed = performance.now() - begin;
			if (elapsed < seconds * 1000) {
				socket.write(request);
				return;
			}
			socket.destroy();
			resolve((count * 1000) / elapsed);
		});
	});
}

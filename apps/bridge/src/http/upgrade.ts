import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { SUBPROTOCOL } from "@gpioscope/protocol";
import { type WebSocket, WebSocketServer } from "ws";
import { type Gate, type Rejection, subprotocolsOf } from "../access/Gate.ts";

/** Enough for the longest wave as JSON; a page sends nothing larger. */
const MOST_INBOUND_BYTES = 1024 * 1024;

/**
 * Turns `/ws` requests into WebSockets. Everything is checked before the upgrade, so that nobody without the token gets
 * to say a word.
 * @returns a function that ends it
 */
export function addUpgrade(server: Server, gate: Gate, onSocket: (socket: WebSocket) => void): () => void {
	const sockets = new WebSocketServer({
		noServer: true,
		// Compression tops out below the rate of one Pi, and blocks are compact already.
		perMessageDeflate: false,
		maxPayload: MOST_INBOUND_BYTES,
		handleProtocols: () => SUBPROTOCOL,
	});
	const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
		const rejection = check(request, gate);
		if (rejection === undefined) sockets.handleUpgrade(request, socket, head, onSocket);
		else reject(socket, rejection);
	};
	server.on("upgrade", onUpgrade);
	return () => {
		server.off("upgrade", onUpgrade);
		sockets.close();
	};
}

function check(request: IncomingMessage, gate: Gate): Rejection | undefined {
	const site = gate.checkSite(request);
	if (site !== undefined) return site;
	if (request.url?.split("?")[0] !== "/ws") return { status: 404, message: "There is no WebSocket here." };
	if (!subprotocolsOf(request.headers).includes(SUBPROTOCOL)) {
		return { status: 400, message: `Offer subprotocol ${SUBPROTOCOL}.` };
	}
	return gate.checkBearer(request);
}

function reject(socket: Duplex, { status, message }: Rejection): void {
	socket.on("error", () => {
		// The other side may be gone already; there is nobody left to tell.
	});
	// Ending only closes this side; the other might keep the socket for ever.
	socket.once("finish", () => socket.destroy());
	socket.end(
		`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n` +
			`Content-Length: ${Buffer.byteLength(message)}\r\n\r\n${message}`,
	);
}

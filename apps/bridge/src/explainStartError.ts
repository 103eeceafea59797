/** Why the bridge could not start, and what to do. */
export function explainStartError(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string };
	switch (code) {
		case "EADDRINUSE":
			return `Port ${port} is in use, perhaps by another gpioscope. Stop that, or choose another with --port ${(port ?? 0) + 1}.`;
		case "EACCES":
			return `Port ${port} needs administrator rights. Choose one above 1023 with --port.`;
		case "EADDRNOTAVAIL":
			return `This computer has no address ${address}. Check --listen.`;
		case "ENOTFOUND":
			return "The host name behind --listen is unknown. Check it, or use an IP address.";
		default:
			return error.message;
	}
}

import { type Client, type Gpio, pigpio } from "pigpio-client";

/** The npm package pigpio-client, connected. One at a time: all its clients in a process share their settings. */
export class PigpioClient {
	readonly gpio: Gpio;
	readonly #client: Client;

	static connect(port: number): Promise<PigpioClient> {
		return new Promise((resolve, reject) => {
			const client = pigpio({ host: "127.0.0.1", port, pipelining: true });
			client.on("error", reject);
			client.once("connected", () => resolve(new PigpioClient(client)));
		});
	}

	private constructor(client: Client) {
		this.#client = client;
		this.gpio = client.gpio(4);
	}

	close(): Promise<void> {
		return new Promise((resolve) => this.#client.end(resolve));
	}
}

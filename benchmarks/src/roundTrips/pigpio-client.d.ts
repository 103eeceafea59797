/** What the benchmark uses of pigpio-client, which has no types of its own. */
declare module "pigpio-client" {
	interface Gpio {
		read(): Promise<number>;
		write(level: number): Promise<number>;
		/** Calls back for each edge of the GPIO; with null when it has ended. */
		notify(listener: (level: number | null, tick: number | null) => void): void;
		endNotify(done: (error: Error | null) => void): void;
	}

	interface Client {
		gpio(number: number): Gpio;
		once(event: "connected", listener: () => void): void;
		on(event: "error", listener: (error: Error) => void): void;
		end(done: () => void): void;
	}

	export function pigpio(options: {
		readonly host: string;
		readonly port: number;
		readonly pipelining?: boolean;
	}): Client;
}

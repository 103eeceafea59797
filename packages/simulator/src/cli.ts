import { parseCommandLine } from "./commandLine.ts";
import { startSimulator } from "./startSimulator.ts";

const { start, saysVersion } = parseCommandLine(process.argv.slice(2), process.env);

if (saysVersion) {
	console.log("79");
} else {
	try {
		const simulator = await startSimulator(start);
		const { address } = simulator;
		console.log(
			address === undefined
				? "simulated pigpiod runs without a socket"
				: `simulated pigpiod listens on ${address.address} port ${address.port}`,
		);
		if (simulator.controlAddress !== undefined) {
			console.log(`its control channel listens on ${simulator.controlAddress}`);
		}
		for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
			process.once(signal, () => {
				simulator.close().then(
					() => process.exit(0),
					(error: unknown) => {
						console.error(error);
						process.exit(1);
					},
				);
			});
		}
	} catch (error) {
		const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
		console.error(
			isTaken
				? `${error.message}: stop what listens there, or choose another with -p or --control`
				: error instanceof Error
					? error.message
					: error,
		);
		process.exitCode = 1;
	}
}

// A process of its own that asks the simulator something every millisecond: what the readers do does not delay it.
import { connect } from "@gpioscope/client";

const PACE_MS = 1;
const pi = connect({ host: "127.0.0.1", port: Number(process.argv[2]) });
await pi.connected();
const waits: number[] = [];
const ask = async () => {
	const begin = performance.now();
	await pi.read({ gpio: 4 });
	waits.push(performance.now() - begin);
	timer = setTimeout(ask, PACE_MS);
};
let timer = setTimeout(ask, PACE_MS);
process.on("message", async () => {
	clearTimeout(timer);
	process.send?.(waits.sort((a, b) => a - b));
	await pi.close();
	process.disconnect();
});

// A client of pigpiod that begins notifications and then stops reading, as a paused debugger or a laptop asleep does.
// `node stalledReader.mjs PORT` prints "stalled" when it no longer reads.
import { connect } from "node:net";

const [NOIB, NB] = [99, 19];
const EVERY_GPIO = 0xffff_ffff;

const socket = connect({ port: Number(process.argv[2]), host: "127.0.0.1" });
const command = (code, p1, p2) => socket.write(new Uint8Array(Uint32Array.of(code, p1, p2, 0).buffer));

// A socket that is not read keeps no process alive.
setInterval(() => {}, 60_000);

socket.once("data", (reply) => {
	socket.pause();
	command(NB, reply.readUInt32LE(12), EVERY_GPIO);
	process.stdout.write("stalled\n");
});
command(NOIB, 0, 0);

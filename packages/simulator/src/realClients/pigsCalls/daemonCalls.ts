import { any, rest } from "./commonCalls.ts";
import type { CallsOf } from "./PigsCalls.ts";

/** Calls of the commands for what is the daemon's own: notifications, events, scripts, files, programs. */
export const daemonCalls = {
	openNotificationPipe: { lines: ["no no"], says: ["0", "1"] },
	beginNotification: { lines: ["no nb 0 0x20000"], says: ["0"], wrong: "nb 5 1", refusal: -25 },
	pauseNotification: { lines: ["no np 0"], says: ["0"], wrong: "np 32", refusal: -25 },
	closeNotification: { lines: ["no nc 0"], says: ["0"], wrong: "nc 0", refusal: -25 },
	setEventMonitor: { lines: ["no evm 0 0x20"], says: ["0"], wrong: "evm 0 1", refusal: -25 },
	triggerEvent: { lines: ["evt 31"], says: [], wrong: "evt 32", refusal: -143 },
	storeScript: { lines: ["proc w 17 1"], says: ["0"], wrong: "proc jmp 5", refusal: -63 },
	deleteScript: { lines: ["proc halt", `${rest} procd 0`], says: [], wrong: "procd 0", refusal: -48 },
	runScript: {
		lines: ["proc add p0 add p1 sta p2", `${rest} procr 0 3 4 ${rest} procp 0`],
		says: ["1 3 4 7 0 0 0 0 0 0 0"],
		wrong: "procr 0",
		refusal: -48,
	},
	stopScript: {
		lines: ["proc tag 1 mils 1 jmp 1", `${rest} procr 0 procs 0 ${rest} procp 0`],
		says: ["1 0 0 0 0 0 0 0 0 0 0"],
		wrong: "procs 0",
		refusal: -48,
	},
	getScriptStatus: {
		lines: ["proc halt", `${rest} procp 0`],
		says: ["1 0 0 0 0 0 0 0 0 0 0"],
		wrong: "procp 5",
		refusal: -48,
	},
	updateScript: {
		lines: ["proc halt", `${rest} procu 0 7 8 procp 0`],
		says: ["1 7 8 0 0 0 0 0 0 0 0"],
		wrong: "procu 0 1",
		refusal: -48,
	},
	openFile: { lines: ["fo /home/pi/a.txt 1"], says: ["0"], wrong: "fo /etc/passwd 1", refusal: -137 },
	closeFile: { lines: ["fo /home/pi/a.txt 1 fc 0"], says: ["0"], wrong: "fc 0", refusal: -25 },
	readFile: {
		lines: ["fo /home/pi/a.txt 1 fr 0 9"],
		says: ["0", "4 97 98 99 10"],
		wrong: "fr 0 9",
		refusal: -25,
	},
	writeFile: {
		lines: ["fo /home/pi/b.txt 11 fw 0 1 2 fs 0 0 0 fr 0 9"],
		says: ["0", "0", "2 1 2"],
		wrong: "fo /home/pi/a.txt 1 fw 0 1",
		refusal: -134,
	},
	seekFile: {
		lines: ["fo /home/pi/a.txt 1 fs 0 1 2"],
		says: ["0", "5"],
		wrong: "fo /home/pi/a.txt 1 fs 0 0 3",
		refusal: -135,
	},
	listFiles: {
		lines: ["fl /home/pi/a* 100"],
		says: [`15 ${[...Buffer.from("/home/pi/a.txt\n")].join(" ")}`],
		wrong: "fl /home/pi/z* 100",
		refusal: -136,
	},
	getTick: { lines: ["t"], says: [any] },
	getHardwareRevision: { lines: ["hwver"], says: ["10494082"] },
	getVersion: { lines: ["pigpv"], says: ["79"] },
	delayMicros: { lines: ["mics 1000"], says: [], wrong: "mics 1000001", refusal: -64 },
	delayMillis: { lines: ["mils 2"], says: [], wrong: "mils 60001", refusal: -65 },
	callCustom1: {
		lines: ["cf1 3 5 9 1"],
		says: ["9"],
		wrong: "cf1 x",
		refusal: "x: bad parameter, pigs h for help",
	},
	callCustom2: {
		lines: ["cf2 0 10 1 2 3"],
		says: ["3 3 2 1"],
		wrong: "cf2 x",
		refusal: "x: bad parameter, pigs h for help",
	},
	getInternals: { lines: ["cgi"], says: ["0"] },
	setInternals: {
		lines: ["csi 32 cgi"],
		says: ["32"],
		wrong: "csi",
		refusal: "csi: bad parameter, pigs h for help",
	},
	runShell: { lines: ["shell sum 3 4"], says: ["1792"], wrong: "shell no.dots", refusal: -140 },
} satisfies CallsOf;

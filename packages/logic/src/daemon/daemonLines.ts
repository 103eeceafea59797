/** One thing that pigpiod, its start or its clients print, in words. */
export interface DaemonLine {
	/** What it says for short. */
	readonly title: string;
	/** The line as it is printed, without date and time. */
	readonly sample: string;
	readonly pattern: RegExp;
	readonly means: string;
	readonly remedy: string;
}

/** When it does not start. */
const startLines: readonly DaemonLine[] = [
	{
		title: "It runs already",
		sample: "initInitialise: Can't lock /var/run/pigpio.pid",
		pattern: /Can't lock \S*pigpio\.pid/,
		means:
			"Another pigpiod runs, or a program that has the pigpio library built in: only one may use the hardware.",
		remedy:
			"See which with pgrep -a pigpiod. If it is to go, end it with sudo killall pigpiod. If none runs, remove what is left with sudo rm /var/run/pigpio.pid.",
	},
	{
		title: "The port is taken",
		sample: "initInitialise: bind to port 8888 failed (Address already in use)",
		pattern: /bind to port \d+ failed \(Address already in use\)/,
		means: "Another program listens on that port.",
		remedy: "See which with sudo ss -ltnp. End it, or start pigpiod with another port: sudo pigpiod -p 8889.",
	},
	{
		title: "IPv6 is switched off",
		sample: "initInitialise: bind to port 8888 failed (Cannot assign requested address)",
		pattern: /bind to port \d+ failed \(Cannot assign requested address\)/,
		means: "With -l pigpiod listens on ::1 only, an IPv6 address that this computer does not have.",
		remedy: "Switch IPv6 on, or start pigpiod with -n localhost instead of -l.",
	},
	{
		title: "It needs root",
		sample: "|Sorry, you don't have permission to run this program.    |",
		pattern: /you don't have permission to run this program/,
		means: "pigpiod cannot open /dev/mem, which only root may; in a container it must be passed in.",
		remedy:
			"Start it with sudo pigpiod. For a container: docker run --privileged, or run pigpiod outside of it.",
	},
	{
		title: "Not a Pi it knows",
		sample: "|Sorry, this system does not appear to be a raspberry pi. |",
		pattern: /does not appear to be a raspberry pi/,
		means:
			"The revision of the board is none that pigpio knows: a Pi 5, whose GPIOs sit in another chip, or no Raspberry Pi.",
		remedy: "Use a Pi up to the 4 or Zero 2 W. pigpiod cannot run on a Pi 5.",
	},
	{
		title: "A Pi 5",
		sample: "gpioHardwareRevision: unknown rev code (c04170)",
		pattern: /unknown rev(?:ision=| code \()[0-9a-f]+/,
		means:
			"The board's processor came after pigpio. A code with a 4 at the fourth place from the right, as in c04170, is a Pi 5.",
		remedy: "pigpiod cannot run on it. Use a Pi up to the 4 or Zero 2 W.",
	},
	{
		title: "The kernel keeps the hardware closed",
		sample: "initPeripherals: mmap gpio failed (Operation not permitted)",
		pattern: /mmap (?:gpio|dma|clk|syst|spi|pwm|pcm|aux|pads|bscs) failed/,
		means:
			"The kernel does not let programs reach the registers through /dev/mem, as those of other distributions do not.",
		remedy: "Add iomem=relaxed to the line in /boot/firmware/cmdline.txt and restart the Pi.",
	},
	{
		title: "No memory from the video core",
		sample: "initAllocDMAMem: mbox open failed(No such file or directory)",
		pattern: /mbox (?:open failed|zaps failed)|mmap mbox block failed/,
		means: "pigpiod gets its DMA memory by the mailbox device /dev/vcio, which is missing or closed.",
		remedy: "Try sudo modprobe vcio, in a container pass --device /dev/vcio. Or start pigpiod with -a 1.",
	},
	{
		title: "No memory from the kernel",
		sample: "initAllocDMAMem: pagemap open failed(Permission denied)",
		pattern: /pagemap|mmap dma (?:block|virtual|bus)|initZaps failed/,
		means: "pigpiod could not find where its DMA memory lies, or there is too little of it.",
		remedy: "Start it as root and with -a 2. With a large -b take a smaller one, such as -b 200.",
	},
	{
		title: "An option is out of range",
		sample: "invalid -s option (3)",
		pattern: /invalid -[a-z] option \(/,
		means: "The value in brackets is none that this option takes. The sample rate -s is 1, 2, 4, 5, 8 or 10.",
		remedy: "See the list of options with pigpiod -?.",
	},
	{
		title: "No such option",
		sample: "pigpiod: invalid option -- 'r'",
		pattern: /pigpiod: (?:invalid option|option requires an argument) --/,
		means: "pigpiod does not know this option, or its value is missing.",
		remedy: "See the list of options with pigpiod -?.",
	},
	{
		title: "It did not start",
		sample: "Can't initialise pigpio library",
		pattern: /Can't initialise pigpio library/,
		means: "The last line of every start that fails.",
		remedy: "The line before says why: paste it here.",
	},
	{
		title: "pigpiod is not installed",
		sample: "sudo: pigpiod: command not found",
		pattern: /pigpiod: (?:command )?not found/,
		means: "There is no pigpiod on this computer.",
		remedy:
			"Install it with sudo apt install pigpio. Where there is no such package, build it from github.com/joan2937/pigpio.",
	},
	{
		title: "No such package",
		sample: "E: Unable to locate package pigpio",
		pattern: /(?:Unable to locate package|Package '?)\s?pigpio(?:d|'| |$)/,
		means: "Raspberry Pi OS 13 and Debian 13 have no pigpio any more.",
		remedy:
			"Build it: git clone https://github.com/joan2937/pigpio, cd pigpio, make, sudo make install. Not on a Pi 5, where it cannot run.",
	},
	{
		title: "No such service",
		sample: "Unit pigpiod.service could not be found.",
		pattern: /Unit pigpiod(?:\.service)? (?:could not be found|not found)/,
		means: "pigpiod is not installed as a service; built from source it is not.",
		remedy: "Start it with sudo pigpiod, or install the package with sudo apt install pigpio.",
	},
	{
		title: "The service did not start",
		sample: "Job for pigpiod.service failed because the control process exited with error code.",
		pattern: /Job for pigpiod\.service failed|pigpiod\.service: Failed with result/,
		means: "systemd started pigpiod and it ended at once.",
		remedy: "See its own words with journalctl -u pigpiod -n 20, and paste them here.",
	},
];

/** While it runs. */
const runLines: readonly DaemonLine[] = [
	{
		title: "A computer is not on the list",
		sample: "pthSocketThread: Connection rejected, closing",
		pattern: /Connection rejected, closing/,
		means: "pigpiod was started with -n and does not serve the computer that just tried.",
		remedy:
			"Add that computer's address with another -n, or start pigpiod without -n. With -n only IPv4 is served.",
	},
	{
		title: "It crashed",
		sample: "sigHandler: Unhandled signal 11, terminating",
		pattern: /Unhandled signal \d+, terminating|status=11\/SEGV/,
		means:
			"pigpiod ended itself after a fault: 11 is memory, as after a 251st wave; 8 is a script that divided by zero.",
		remedy:
			"Start it again. gpioscope refuses what is known to crash it; look for another program that does it.",
	},
	{
		title: "A program does not read its notifications",
		sample: "alertEmit: emitted -1, asked for 12",
		pattern: /emitted -?\d+, asked for \d+/,
		means: "Reports could not be written to a pipe: nobody reads it, so they are dropped.",
		remedy: "Look at the handles for notifications that nobody here opened, and free them.",
	},
	{
		title: "A request was too long",
		sample: "pthSocketThreadHandler: ext too large 65536(65535), sock=9",
		pattern: /ext too large/,
		means: "A program sent more than 65 535 bytes with one command, and its connection was closed.",
		remedy: "Send waves and chains in parts. gpioscope does.",
	},
	{
		title: "Too many connections",
		sample: "pthSocketThread: accept failed (Too many open files)",
		pattern: /accept failed/,
		means: "pigpiod takes no more connections: programs leave theirs open.",
		remedy: "End those programs, or restart pigpiod.",
	},
	{
		title: "A script's stack ran out",
		sample: "scrPop: script 3 too many pops",
		pattern: /script \d+ too many (?:pops|pushes)/,
		means:
			"A script took more from its stack than was there, or put more than 256 values on it, and was stopped.",
		remedy: "Look for a RET or POP without its CALL or PUSH.",
	},
	{
		title: "Something was refused",
		sample: "gpioSetMode: bad gpio (54)",
		pattern: /\b[a-z][A-Za-z0-9]+: bad [A-Za-z0-9 ]+\(/,
		means:
			"A program called the function named with a value that does not exist. pigpiod refused it and did nothing.",
		remedy: "The program got an error. Its own output, or the log here, says which command it was.",
	},
];

/** What other programs print when they do not reach it. */
const clientLines: readonly DaemonLine[] = [
	{
		title: "Python does not reach it",
		sample: "Can't connect to pigpio at localhost(8888)",
		pattern: /Can't connect to pigpio at|Did you start the pigpio daemon/,
		means:
			"Nothing listens there. With -l pigpiod listens on ::1 only, and older programs try 127.0.0.1 alone.",
		remedy: "Start it with sudo pigpiod. With -l set PIGPIO_ADDR=::1 for that program.",
	},
	{
		title: "gpiozero does not reach it",
		sample: "OSError: failed to connect to localhost:8888",
		pattern: /failed to connect to \S+:\d+/,
		means: "gpiozero's PiGPIOFactory found no pigpiod there.",
		remedy: "Start it with sudo pigpiod, and check PIGPIO_ADDR and PIGPIO_PORT.",
	},
	{
		title: "Python lost it",
		sample: "struct.error: unpack requires a buffer of 16 bytes",
		pattern: /unpack requires a buffer of 16 bytes/,
		means:
			"pigpiod ended or was restarted under a Python program; that program does not connect again by itself.",
		remedy: "Restart that program.",
	},
	{
		title: "pigs does not reach it",
		sample: "socket connect failed",
		pattern: /socket connect failed/,
		means: "pigs found no pigpiod.",
		remedy: "Start it with sudo pigpiod, and check PIGPIO_ADDR and PIGPIO_PORT.",
	},
];

/** Lines that are explained, by when they come. The first that fits holds. */
export const daemonLines = { start: startLines, run: runLines, clients: clientLines } as const;

/** A line of a text, and what it means. */
export interface ExplainedLine {
	readonly text: string;
	readonly line: DaemonLine;
}

const allLines = Object.values(daemonLines).flat();

/** What is known of each line of a text that pigpiod, systemd or a client printed; lines that say nothing are left out. */
export function explainDaemonText(text: string): ExplainedLine[] {
	return text.split(/\r?\n/).flatMap((each) => {
		const line = allLines.find(({ pattern }) => pattern.test(each));
		return line === undefined ? [] : [{ text: each.trim(), line }];
	});
}

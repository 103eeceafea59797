// What the tests need beyond Node: a Chromium and some Debian packages that hold real clients and decoders.
// As root on a machine with apt-get the missing ones are installed; elsewhere a missing one is named, and the tests
// that need it skip visibly. With CI=true everything must be there.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const CHROMIUM_PATHS = [
	process.env.CHROMIUM_PATH,
	"/usr/bin/chromium",
	"/usr/bin/chromium-browser",
	"/usr/bin/google-chrome",
	"/usr/bin/google-chrome-stable",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const has = (command, ...args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;

/** Path of a Chromium on this machine, or undefined. */
export const findChromium = () => CHROMIUM_PATHS.find((path) => path !== undefined && existsSync(path));

const needed = [
	{
		packages: ["chromium", "fonts-dejavu-core"],
		use: "end-to-end tests",
		isThere: () => findChromium() !== undefined,
	},
	{ packages: ["pigpio-tools"], use: "checks with pigs", isThere: () => existsSync("/usr/bin/pigs") },
	{
		packages: ["python3-pigpio"],
		use: "checks with python3-pigpio",
		isThere: () => has("/usr/bin/python3", "-c", "import pigpio"),
	},
	{
		packages: ["python3-gpiozero"],
		use: "checks with gpiozero",
		isThere: () => has("/usr/bin/python3", "-c", "import gpiozero, pigpio"),
	},
	{
		packages: ["socat", "netcat-openbsd"],
		use: "checks of the line server with socat and nc",
		isThere: () => has("socat", "-V") && has("nc", "-h"),
	},
	{
		packages: ["gcc", "libc6-dev", "libpigpiod-if-dev"],
		use: "checks of generated C",
		isThere: () =>
			["/usr/bin/cc", "/usr/include/stdio.h", "/usr/include/pigpiod_if2.h"].every((path) => existsSync(path)),
	},
	{
		packages: ["sigrok-cli"],
		use: "checks of waveforms and capture files by sigrok-cli",
		isThere: () => has("sigrok-cli", "--version"),
	},
	{
		packages: ["gtkwave"],
		use: "checks of VCD files by GTKWave's tools",
		isThere: () => has("vcd2fst", "--help"),
	},
];

function aptInstall(packages) {
	const apt = (...args) =>
		spawnSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=300", ...args], {
			stdio: ["ignore", "ignore", "inherit"],
			env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
		}).status === 0;
	return apt("update") && apt("install", "-y", "--no-install-recommends", ...packages);
}

/** Installs what is missing where that is possible; answers what stays missing. */
export function prepare() {
	let missing = needed.filter((item) => !item.isThere());
	if (missing.length > 0 && process.getuid?.() === 0 && has("apt-get", "--version")) {
		const packages = missing.flatMap((item) => item.packages);
		console.log(`prerequisites: installing ${packages.join(", ")}`);
		aptInstall(packages);
		missing = needed.filter((item) => !item.isThere());
	}
	for (const item of missing)
		console.log(
			`prerequisites: SKIP ${item.use}: ${item.packages[0]} is missing (apt install ${item.packages.join(" ")})`,
		);
	return missing.map((item) => item.packages[0]);
}

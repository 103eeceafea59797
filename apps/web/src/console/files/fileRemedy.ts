import { accessLine } from "./filePath.ts";

/** What to do about a refusal of pigpiod, where the file and not the command is what it is about. */
export function fileRemedy(error: unknown, path: string, does: "read" | "write"): string | undefined {
	const name = error instanceof Error && "pigpioName" in error ? error.pigpioName : undefined;
	switch (name) {
		case "PI_NO_FILE_ACCESS":
			return `Its access file does not let anybody ${does} it. The line "${accessLine(path, does)}" in /opt/pigpio/access on the Pi does.`;
		case "PI_FIL_OPEN_FAILED":
			return does === "read"
				? "There is no such file, or not even root may read it."
				: "Its folder does not exist, or is read-only.";
		case "PI_FILE_IS_A_DIR":
			return `It is a folder. List what is in it with ${path.replace(/\/$/, "")}/*`;
		case "PI_NO_FILE_MATCH":
			return "Nothing matches. * stands for any letters within one name, ? for one.";
		case "PI_NO_HANDLE":
			return "16 files are open already, which is all that pigpiod can have. Settings, Daemon shows whose they are.";
		default:
			return undefined;
	}
}

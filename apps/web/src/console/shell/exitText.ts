const NOT_EXECUTABLE = 126;
const NOT_FOUND = 127;
const SIGNALLED = 128;

/** How a program ended, and whether well. */
export interface Exit {
	readonly isGood: boolean;
	readonly text: string;
}

/**
 * Reads what SHELL answers: a wait status, of which bits 8 to 15 are the exit code and bits 0 to 6 the signal that
 * ended the shell itself.
 */
export function readExit(status: number, name: string): Exit {
	const signal = status & 0x7f;
	if (signal !== 0) return { isGood: false, text: `ended by signal ${signal}` };
	const code = (status >> 8) & 0xff;
	if (code === NOT_FOUND)
		return {
			isGood: false,
			text: `not found: there is no /opt/pigpio/cgi/${name} on the Pi (exit code 127)`,
		};
	if (code === NOT_EXECUTABLE)
		return {
			isGood: false,
			text: `not executable: chmod +x /opt/pigpio/cgi/${name} on the Pi makes it so (exit code 126)`,
		};
	if (code > SIGNALLED) return { isGood: false, text: `ended by signal ${code - SIGNALLED}` };
	return { isGood: code === 0, text: code === 0 ? "done (exit code 0)" : `exit code ${code}` };
}

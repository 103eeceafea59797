/** An argument that pigpiod must not be sent. The message names the parameter, its range and its unit. */
export class InvalidArgument extends Error {
	override readonly name = "InvalidArgument";
	readonly command: string;
	readonly parameter: string;

	constructor(command: string, parameter: string, problem: string) {
		super(`${command}: ${problem}`);
		this.command = command;
		this.parameter = parameter;
	}
}

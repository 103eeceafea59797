import { HTTP_CALLER, LINE_SERVER } from "@gpioscope/protocol";

/** Who ran a command, in few letters: `you`, a name as it is, or enough of another session's id to tell it apart. */
export function sessionName(session: string, ownSession: string | undefined): string {
	if (session === ownSession) return "you";
	return session === LINE_SERVER || session === HTTP_CALLER ? session : session.slice(0, 6);
}

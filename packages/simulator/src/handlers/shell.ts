import type { Handler, HandlersOf } from "./Handler.ts";

/** The first parameter is trusted to be the length of the name, behind which the argument text begins. */
const runShell: Handler = ({ shell }, request) => shell.run(request.text(), request.text(request.p1 + 1));

export const shellHandlers: HandlersOf<"runShell"> = { runShell };

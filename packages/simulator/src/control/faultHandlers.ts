import type { Faults } from "../faults/Faults.ts";
import type { ControlHandlersOf, ControlHost } from "./ControlHandler.ts";

/** A handler that has nothing to answer. */
function quiet<Args>(act: (faults: Faults, args: Args) => void | Promise<void>) {
	return async ({ faults }: ControlHost, args: Args) => {
		await act(faults, args);
		return {};
	};
}

export const faultHandlers: ControlHandlersOf<
	| "connections"
	| "splitWrites"
	| "mergeWrites"
	| "delayReplies"
	| "dropConnection"
	| "refuseConnects"
	| "ignoreRequests"
	| "stopAlerts"
	| "resumeAlerts"
	| "restartDaemon"
	| "failCommand"
	| "leakHandles"
	| "faults"
	| "clearFaults"
> = {
	connections: ({ faults }) => ({ connections: faults.connections() }),
	splitWrites: quiet((faults, args) => faults.splitWrites(args)),
	mergeWrites: quiet((faults, args) => faults.mergeWrites(args)),
	delayReplies: quiet((faults, args) => faults.delayReplies(args)),
	dropConnection: quiet((faults, args) => faults.dropConnection(args)),
	refuseConnects: quiet((faults, args) => faults.refuseConnects(args)),
	ignoreRequests: quiet((faults, args) => faults.ignoreRequests(args)),
	stopAlerts: quiet((faults) => faults.stopAlerts()),
	resumeAlerts: quiet((faults) => faults.resumeAlerts()),
	restartDaemon: quiet((faults, args) => faults.restartDaemon(args)),
	failCommand: quiet((faults, args) => faults.failCommand(args)),
	leakHandles: async ({ faults }, args) => ({ handles: await faults.leakHandles(args) }),
	faults: ({ faults }) => ({ faults: faults.list() }),
	clearFaults: quiet((faults) => faults.clear()),
};

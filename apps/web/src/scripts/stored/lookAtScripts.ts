import { scriptRunStates } from "@gpioscope/protocol";
import { BridgeError, bridge } from "../../bridge/index.ts";
import { connectionStore } from "../../stores/connectionStore.ts";
import { isAtWork } from "./stateWords.ts";
import { type StoredScript, storedStore, takeStored } from "./storedStore.ts";

/** Scripts that pigpiod has room for. */
export const SCRIPT_ROOM = 32;
/** Milliseconds between two looks at those that are at work, and how many looks pass from one at all to the next. */
const LOOK_MS = 100;
const LOOKS = 10;

const all: readonly number[] = Array.from({ length: SCRIPT_ROOM }, (_, id) => id);

/** Asks pigpiod about one script; undefined when there is none of that number. @throws BridgeError */
export async function askScript(id: number): Promise<StoredScript | undefined> {
	try {
		const { state, params } = await bridge.call("getScriptStatus", { script: id });
		return { id, state: scriptRunStates[state] ?? "failed", params };
	} catch (error) {
		if (error instanceof BridgeError && error.pigpioName === "PI_BAD_SCRIPT_ID") return undefined;
		throw error;
	}
}

/** Asks pigpiod about these scripts, all without any, and notes the answers. @throws BridgeError */
export async function lookAtScripts(ids: readonly number[] = all): Promise<void> {
	const told = await Promise.all(ids.map(async (id) => [id, await askScript(id)] as const));
	takeStored(new Map(told), ids.length === SCRIPT_ROOM);
}

/** Those that can change by themselves. */
function idsAtWork(): number[] {
	return [...storedStore.getState().scripts.values()]
		.filter(({ state }) => isAtWork(state) || state === "initialising")
		.map(({ id }) => id);
}

function canLook(): boolean {
	const { socket, target } = connectionStore.getState();
	return socket.kind === "open" && target?.state.kind === "live" && document.visibilityState === "visible";
}

/** Keeps looking at the scripts in pigpiod, ten times a second at those that are at work. The answer ends it. */
export function watchScripts(): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isOver = false;
	const look = async (count: number): Promise<void> => {
		if (canLook()) {
			await lookAtScripts(count === 0 ? all : idsAtWork()).catch((error: unknown) => {
				// What keeps pigpiod from answering is told by the state of the connection.
				if (!(error instanceof BridgeError)) throw error;
			});
		}
		if (!isOver) timer = setTimeout(() => void look((count + 1) % LOOKS), LOOK_MS);
	};
	void look(0);
	return () => {
		isOver = true;
		clearTimeout(timer);
	};
}

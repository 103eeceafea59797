import type { ClientMessage, ServerMessage } from "@gpioscope/protocol";
import type { SocketState } from "../stores/connectionStore.ts";
import type { CaptureId, CaptureSource } from "./CaptureEntry.ts";
import type { CaptureFacts } from "./CaptureFacts.ts";
import type { JobNews, JobRequest } from "./jobs/fileJobMessages.ts";
import type { Question } from "./questions.ts";
import type { TriggerNews, TriggerRequest } from "./triggerMessages.ts";

/** What the page tells the worker. */
export type ToWorker =
	/** To the bridge there, for the Pi of that id; for its first one without. */
	| { readonly kind: "connect"; readonly url: string; readonly target?: string | undefined }
	/** Connect now instead of at the next attempt, also after a refusal. */
	| { readonly kind: "reconnect" }
	| { readonly kind: "send"; readonly message: ClientMessage }
	| { readonly kind: "ask"; readonly id: number; readonly of: CaptureId; readonly question: Question }
	/** Whether nothing on screen moves with the live capture: then its facts come once a second. */
	| { readonly kind: "calm"; readonly isCalm: boolean }
	/** A capture is not needed any more. */
	| { readonly kind: "forget"; readonly id: CaptureId }
	| JobRequest
	| TriggerRequest;

/** What the worker tells the page. */
export type FromWorker =
	| { readonly kind: "socket"; readonly state: SocketState }
	| { readonly kind: "message"; readonly message: ServerMessage }
	| {
			readonly kind: "facts";
			readonly id: CaptureId;
			readonly source: CaptureSource;
			readonly facts: CaptureFacts;
	  }
	| { readonly kind: "forgotten"; readonly id: CaptureId }
	| { readonly kind: "answer"; readonly id: number; readonly value: unknown }
	| JobNews
	| TriggerNews
	/** The question of that id could not be answered. */
	| { readonly kind: "failure"; readonly id: number; readonly message: string }
	/** Something arrived that could not be read; work goes on. */
	| { readonly kind: "fault"; readonly message: string };

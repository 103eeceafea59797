export {
	type BlockAnchor,
	type BlockContent,
	BlockError,
	type BlockErrorCause,
	type BlockEvent,
	type BlockGap,
	type BlockWatchdog,
	type GapCause,
	gapCauses,
} from "./codec/block.ts";
export { crc32 } from "./codec/crc32.ts";
export { decodeBlock } from "./codec/decodeBlock.ts";
export { encodeBlock } from "./codec/encodeBlock.ts";
export {
	type ClientMessage,
	type ClientMessageOf,
	type ClientOperation,
	clientMessage,
	MAX_WAVE_PULSES,
	SUBPROTOCOL,
} from "./messages/clientMessage.ts";
export { type MessageErrorCode, messageErrorCodes, messageErrors } from "./messages/errorCodes.ts";
export { packBytes, unpackBytes } from "./messages/jsonBytes.ts";
export {
	clientOperations,
	type Misread,
	type Parsed,
	parseClientMessage,
	parseServerMessage,
	serverOperations,
} from "./messages/parseMessage.ts";
export { type PinDrive, type PinFacts, pinDrive, pinFacts } from "./messages/pinFacts.ts";
export {
	type CreatedWave,
	createdWave,
	type LogEntry,
	logEntry,
	type Released,
	type Role,
	released,
	role,
	type ServerMessage,
	type ServerMessageOf,
	type ServerOperation,
	serverMessage,
} from "./messages/serverMessage.ts";
export {
	type ConnectionCause,
	connectionCause,
	type TargetFacts,
	type TargetState,
	targetFacts,
	targetState,
} from "./messages/targetFacts.ts";

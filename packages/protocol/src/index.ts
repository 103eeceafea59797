export { type AccessClass, accessClasses, allowsAccess } from "./access.ts";
export { decodeText, encodeText } from "./bytes/text.ts";
export { type CodeLanguage, codeLanguages, type LanguageFacts, languageFacts } from "./code/codeLanguages.ts";
export { type CodeOptions, codeOf, codeProgram, type ProgramStep } from "./code/codeOf.ts";
export { createdWaveOf, loggedCalls, logLines, logProgram } from "./code/logProgram.ts";
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
export { ReportParser, type ReportSink } from "./codec/ReportParser.ts";
export { RequestParser } from "./codec/RequestParser.ts";
export { ResponseParser } from "./codec/ResponseParser.ts";
export {
	decodeReport,
	encodeReport,
	REPORT_BYTES,
	type Report,
	type ReportKind,
	reportDetail,
	reportFlags,
	reportKind,
} from "./codec/report.ts";
export { checkArgs, decodeArgs, encodeRequest, HEADER_BYTES, type RequestFrame } from "./codec/request.ts";
export {
	decodeResponse,
	encodeResponse,
	encodeResult,
	type ResponseFrame,
	statusResponse,
} from "./codec/response.ts";
export type { CommandHandlers, HandlerResult } from "./commands/CommandHandlers.ts";
export type { Slot, TailSlot, WordSlot } from "./commands/defineCommand.ts";
export {
	BSC_SLAVE,
	changesHoldings,
	closedBy,
	closerOf,
	type Holding,
	type Invocation,
	openedBy,
	opensHolding,
	usedBy,
} from "./commands/holdings.ts";
export type { HandleKind, PortKind, WordKind, WordType } from "./commands/paramTypes.ts";
export {
	type Args,
	type CommandGroup,
	type CommandName,
	type CommandSpec,
	commandByCode,
	commandByMnemonic,
	commandGroups,
	commandNames,
	commands,
	isCommandName,
	type NamedCommand,
	type Result,
} from "./commands/registry.ts";
export {
	type BscTransfer,
	type ResultKind,
	type ResultType,
	SCRIPT_PARAMS,
	type ScriptRunState,
	type ScriptStatus,
	scriptRunStates,
} from "./commands/resultTypes.ts";
export {
	MAX_EXTENSION_BYTES,
	MAX_PULSES_PER_REQUEST,
	type Pulse,
	type ShellCall,
	type TailKind,
	type TailType,
} from "./commands/tailTypes.ts";
export {
	type ControlErrorCode,
	controlErrorCodes,
	controlErrors,
} from "./control/controlErrors.ts";
export {
	type ControlArgs,
	type ControlOperation,
	type ControlParams,
	type ControlResult,
	controlOperationNames,
	controlOperations,
	pageRoleOf,
} from "./control/controlOperations.ts";
export { describeParams } from "./control/describeParams.ts";
export {
	type BenchEvent,
	type BenchFacts,
	benchEvent,
	benchFacts,
	type ChangedValue,
	type ControlFacts,
	type ControlValue,
	type DeviceFacts,
} from "./control/deviceFacts.ts";
export { type FaultFacts, type LeakableHandle, leakableHandles } from "./control/faultOperations.ts";
export {
	type ControlCall,
	type ControlFailure,
	type ControlProblem,
	controlFailure,
	parseControl,
} from "./control/parseControl.ts";
export { InvalidArgument } from "./errors/InvalidArgument.ts";
export { PigpioError } from "./errors/PigpioError.ts";
export { OversizeRequest, ProtocolError } from "./errors/ProtocolError.ts";
export { type PigpioErrorEntry, pigpioErrors } from "./errors/pigpioErrors.ts";
export { pigpioRemedies } from "./errors/pigpioRemedies.ts";
export {
	type ClientMessage,
	type ClientMessageOf,
	type ClientOperation,
	clientMessage,
	MAX_TRIGGERS,
	MAX_TRIGGERS_OF_ALL,
	MAX_WAVE_PULSES,
	SUBPROTOCOL,
	TOKEN_SUBPROTOCOL,
} from "./messages/clientMessage.ts";
export {
	type DaemonInspection,
	daemonInspection,
	type FreedHandles,
	freedHandles,
	type HoldingFacts,
	holdingKinds,
	type OpenHandle,
} from "./messages/daemonFacts.ts";
export { type MessageErrorCode, messageErrorCodes, messageErrors } from "./messages/errorCodes.ts";
export { type HttpCall, parseHttpCall } from "./messages/httpCall.ts";
export { packBytes, unpackBytes } from "./messages/jsonBytes.ts";
export {
	clientOperations,
	type Misread,
	type Parsed,
	parseClientMessage,
	parseServerMessage,
	serverOperations,
} from "./messages/parseMessage.ts";
export {
	HTTP_CALLER,
	LINE_SERVER,
	OTHER_PROGRAM,
	type PinDrive,
	type PinFacts,
	type PinUse,
	type PinWatches,
	pinDrive,
	pinFacts,
} from "./messages/pinFacts.ts";
export { PROBE_EVENT } from "./messages/probeEvent.ts";
export {
	type CreatedWave,
	createdWave,
	LEFT_OUT,
	type LogEntry,
	logEntry,
	type Released,
	type Role,
	released,
	role,
	type ServerMessage,
	type ServerMessageOf,
	type ServerOperation,
	type Subscribed,
	serverMessage,
	subscribed,
} from "./messages/serverMessage.ts";
export {
	type ConnectionCause,
	connectionCause,
	type Neighbour,
	neighbour,
	type TargetFacts,
	type TargetState,
	targetFacts,
	targetState,
} from "./messages/targetFacts.ts";
export {
	formatTargetAddress,
	hostProblem,
	LONGEST_TARGET_NAME,
	MOST_TARGETS,
	PIGPIOD_PORT,
	parseTargetAddress,
	portProblem,
	type TargetAddress,
	type TargetProblem,
	targetNameProblem,
} from "./messages/targetInput.ts";
export {
	type FetchedSegment,
	fetchedSegment,
	type SegmentFacts,
	type SegmentLimits,
	segmentFacts,
	segmentLimits,
	type TriggerOwner,
	triggerOwner,
	type WatchedTrigger,
	watchedTrigger,
} from "./messages/triggerFacts.ts";
export { formatPigs } from "./pigs/formatPigs.ts";
export { type CommandCall, type PigsProblem, parsePigs } from "./pigs/parsePigs.ts";
export {
	isJump,
	type ParsedScript,
	parseScript,
	SCRIPT_TAGS,
	type ScriptFault,
	type ScriptProblem,
	type ScriptStep,
} from "./script/parseScript.ts";
export { type Operand, SCRIPT_VARIABLES, ScriptText, type TextSpan } from "./script/ScriptText.ts";
export type { ScriptOperation } from "./script/scriptForms.ts";
export { type ScriptReach, scriptReaches } from "./script/scriptReaches.ts";
export { type ScriptRemark, scriptRemarks } from "./script/scriptRemarks.ts";
export { paramNotes, type ScriptParamNote, storedText, withoutComments } from "./script/scriptSource.ts";
export {
	type ScriptParam,
	type ScriptParamKind,
	type ScriptWord,
	scriptWordGroups,
	scriptWordOf,
	scriptWords,
} from "./script/scriptWords.ts";
export type {
	Extent,
	LineCondition,
	Trigger,
	TriggerAction,
	TriggerCondition,
	TriggerStage,
} from "./triggers/Trigger.ts";
export { trigger, triggerLimits } from "./triggers/triggerSchema.ts";

export type {
	Args,
	BscTransfer,
	CommandName,
	CreatedWave,
	Pulse,
	Result,
	ScriptStatus,
	ShellCall,
} from "@gpioscope/protocol";
export { commands, InvalidArgument, PigpioError, pigpioErrors } from "@gpioscope/protocol";
export { type BytesLike, bytesOf } from "./api/bytesOf.ts";
export { Callback, type CallbackOptions, type EdgeListener, type EventListener } from "./api/callbacks.ts";
export type { MethodArgs } from "./api/commandDefaults.ts";
export type { CommandMethods } from "./api/commandMethods.ts";
export {
	CurrentWave,
	EVENT_BSC,
	FileMode,
	Level,
	Mode,
	Pull,
	ReportFlag,
	ScriptState,
	SeekFrom,
	SpiFlag,
	WaveMode,
} from "./api/constants.ts";
export { BscI2cSlave } from "./api/devices/BscI2cSlave.ts";
export { BitBangI2c, BitBangSerial, BitBangSpi } from "./api/devices/bitBanged.ts";
export { I2cDevice } from "./api/devices/I2cDevice.ts";
export {
	type BitBangI2cStep,
	type I2cControllerStep,
	type I2cStep,
	i2cSegments,
} from "./api/devices/i2cSegments.ts";
export { type FileOptions, RemoteFile } from "./api/devices/RemoteFile.ts";
export { SerialDevice } from "./api/devices/SerialDevice.ts";
export { SpiDevice } from "./api/devices/SpiDevice.ts";
export { type SpiSettings, spiFlags } from "./api/devices/spiFlags.ts";
export type { RecordStream, StreamOptions } from "./api/feed/RecordStream.ts";
export type { ShellResult } from "./api/Openers.ts";
export { type EdgeStreamOptions, Pi } from "./api/Pi.ts";
export type { PollOptions } from "./api/polling.ts";
export type { Edge, EdgeKind, Gap, GapEnd, PiEvent, WatchdogTimeout } from "./api/records.ts";
export { Script, type ScriptReport, type ScriptStateName } from "./api/scripts/Script.ts";
export { errorText, tickDiff, u2i } from "./api/utilities.ts";
export type { WaitOptions } from "./api/waiting.ts";
export { type SendMode, Wave } from "./api/waves/Wave.ts";
export { WaveBuilder, type WaveSerial } from "./api/waves/WaveBuilder.ts";
export { WaveChain } from "./api/waves/WaveChain.ts";
export type { MakeWaveOptions, WaveFigures, WaveResources, WaveStatus } from "./api/waves/WaveTools.ts";
export { backoff, LONGEST_PAUSE_MS } from "./backoff.ts";
export { type Clock, systemClock } from "./clock.ts";
export {
	ClosedError,
	CommandTimeoutError,
	ConnectionError,
	NotConnectedError,
	ReplyMismatchError,
	StaleHandleError,
	WaveBusyError,
	WaveInterferenceError,
	WaveLimitError,
} from "./errors.ts";
export type { Connected, PiStatus } from "./PiStatus.ts";
export type { Call, CallOptions, Feed, FeedBegin, FeedOptions, Levels, PiTransport } from "./PiTransport.ts";

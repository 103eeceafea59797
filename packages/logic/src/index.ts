export type {
	Extent,
	LineCondition,
	Trigger,
	TriggerAction,
	TriggerCondition,
	TriggerStage,
} from "@gpioscope/protocol";
export { type Board, boardOf, chipGpios, isPermitted, pinOf } from "./board/Board.ts";
export { fixedPullUp } from "./board/fixedPullUp.ts";
export {
	alternateFunction,
	altModes,
	altOfMode,
	type FunctionKind,
	functionName,
	functionOfMode,
	type PinFunction,
} from "./board/functions.ts";
export {
	gpiosOfClock,
	gpiosOfPwmChannel,
	hardwareClock,
	hardwarePwmChannel,
	hardwarePwmOutcome,
} from "./board/hardwareOutputs.ts";
export type { Header, HeaderPin } from "./board/header.ts";
export { isIdLine } from "./board/idLine.ts";
export { type PadClass, padClassOfGpio } from "./board/padClass.ts";
export { powerOnMode, powerOnPull } from "./board/resetState.ts";
export type { Processor } from "./board/revision.ts";
export { type SlaveBus, slaveBusOf, slavePins } from "./board/slavePins.ts";
export { gpioOfWiringPiNumber, wiringPiNumber } from "./board/wiringPi.ts";
export { Capture, type CaptureOptions, type Levels } from "./capture/Capture.ts";
export { type BuilderOptions, CaptureBuilder, TimeOrderError } from "./capture/CaptureBuilder.ts";
export { ChangeCursor } from "./capture/ChangeCursor.ts";
export { BYTES_PER_CHANGE } from "./capture/Chunk.ts";
export { type Columns, queryColumns } from "./capture/columns.ts";
export type { Gap } from "./capture/Gap.ts";
export { idleStretches, type Stretch } from "./capture/idleStretches.ts";
export { type CaptureRun, runsOf } from "./capture/runs.ts";
export { type Edges, edges, nextEdge, previousEdge, visitChanges } from "./capture/search.ts";
export {
	type SideRecord,
	type SideRecordKind,
	type SideRecordPage,
	type SideRecordQuery,
	sideRecordKinds,
	sideRecords,
} from "./capture/sideRecords.ts";
export { blocksOf, sliceOf } from "./capture/sliceOf.ts";
export { type CompareOptions, compareCaptures, type Differences } from "./compare/compareCaptures.ts";
export { connectionHelp } from "./daemon/connectionHelp.ts";
export { type DaemonLine, daemonLines, type ExplainedLine, explainDaemonText } from "./daemon/daemonLines.ts";
export {
	type DaemonOption,
	type DaemonOptionLetter,
	daemonOptions,
	readDaemonOptions,
} from "./daemon/daemonOptions.ts";
export type { DerivedColumns, DerivedQuantity } from "./derive/DerivedColumns.ts";
export { type DeriveOptions, derive } from "./derive/derive.ts";
export { RATE_REACH } from "./derive/deriveRate.ts";
export type { Found, Match } from "./find/Found.ts";
export {
	type ParsedSearch,
	readSearch,
	type SearchReading,
	type SearchSuggestion,
	type SearchWorld,
} from "./find/parseSearch.ts";
export type { Search } from "./find/Search.ts";
export { searchCapture } from "./find/searchCapture.ts";
export {
	type CaptureDocument,
	type ChannelBus,
	type ChannelInfo,
	FileError,
	type FileMarker,
	type FileReader,
	type Format,
	type WriteOptions,
} from "./formats/Format.ts";
export { formats, recogniseFormat } from "./formats/registry.ts";
export {
	amend,
	type History,
	type HistoryStep,
	historyLimit,
	joinWithinMs,
	record,
	redo,
	startHistory,
	undo,
} from "./history/history.ts";
export {
	type DeviceAccess,
	type DeviceKind,
	type DeviceRegister,
	type Evidence,
	isMemory,
	type Meaning,
	meaningText,
	type RegisterValues,
	registerBytes,
	registerValue,
	sizeOf,
} from "./i2c/DeviceKind.ts";
export { clockOfPeriod, decodableClock, samplingAdvice } from "./i2c/decodableClock.ts";
export {
	type DeviceGuess,
	deviceKind,
	deviceKinds,
	guessDevice,
	kindsAt,
	type ReadRegisters,
	registersOf,
	unknownDevice,
} from "./i2c/knownDevices.ts";
export { hexText } from "./i2c/meanings.ts";
export { LONGEST_BLOCK, type RegisterRead, readPlan } from "./i2c/readPlan.ts";
export { type Probe, probeOf, type ScanMethod, scanAddresses, scanMethods } from "./i2c/scan.ts";
export {
	bitBangStop,
	describeTransaction,
	restartsIn,
	segmentsOf,
	type TransactionPlayer,
	type TransactionStep,
	transactionProblem,
} from "./i2c/transaction.ts";
export { type HeldLevels, heldLevels } from "./measure/heldLevels.ts";
export { type HistogramOptions, histogram, type WidthBin, type WidthHistogram } from "./measure/histogram.ts";
export { type ChannelMeasurement, measureChannel } from "./measure/measureChannel.ts";
export { type Pulse, pulseAt } from "./measure/pulse.ts";
export { type ChannelStatistics, statistics } from "./measure/statistics.ts";
export type { WidthSummary } from "./measure/WidthSums.ts";
export type { WidthKind } from "./measure/widthsIn.ts";
export { renderSvg } from "./picture/renderSvg.ts";
export type { OtherSource, PictureColors, PictureRow, ViewPicture } from "./picture/ViewPicture.ts";
export {
	defaultSamplePeriod,
	nearestPwmFrequency,
	type PwmFrequency,
	pwmFrequencies,
	samplePeriods,
	samplesPerCycle,
} from "./pwm/pwmFrequencies.ts";
export { guessSerial, type SerialDoubt, type SerialGuess } from "./serial/guessSerial.ts";
export type { LineEdges } from "./serial/readSerial.ts";
export {
	bitsBetween,
	type Character,
	characterMicros,
	frameText,
	type Parity,
	packCharacters,
	type SerialFrame,
	unpackCharacters,
} from "./serial/serialFrame.ts";
export { serialPulses } from "./serial/serialPulses.ts";
export {
	bytesOfSpiWord,
	hasSpiFlag,
	noSpiFlags,
	readSpiFlags,
	type SpiFlagName,
	type SpiFlags,
	type SpiInterface,
	type SpiMode,
	spiFlagsWord,
	spiGpios,
} from "./spi/spiFlags.ts";
export { type SpiTiming, spiTiming, type TimingEdge } from "./spi/spiTiming.ts";
export {
	type FrequencyFormat,
	formatFrequency,
	formatShare,
	formatSpan,
	formatTime,
	type SpanFormat,
	type TimeFormat,
} from "./time/formatTime.ts";
export { groupDigits, MINUS, THIN_SPACE } from "./time/groupDigits.ts";
export { parseFrequency, parseNumber, parseTime } from "./time/parseTime.ts";
export { describeTrigger } from "./trigger/describeTrigger.ts";
export { findLastTriggerHit, findTriggerHits, visitHits } from "./trigger/findTriggerHits.ts";
export { HitLog } from "./trigger/HitLog.ts";
export type { TriggeredPause } from "./trigger/PauseCountdown.ts";
export { type PiscopeSettings, readPiscopeSettings } from "./trigger/piscopeSettings.ts";
export {
	type PiscopeAction,
	piscopePreset,
	piscopeSamples,
	triggerFromPiscope,
} from "./trigger/piscopeTriggers.ts";
export { type DueSegment, SegmentBacklog } from "./trigger/SegmentBacklog.ts";
export type { SegmentStretch } from "./trigger/SegmentQueue.ts";
export { type TriggerStatus, TriggerWatch } from "./trigger/TriggerWatch.ts";
export { triggerProblem } from "./trigger/triggerProblem.ts";
export { type Alignment, alignPulses } from "./wave/align.ts";
export { alignWave, type EdgesByGpio } from "./wave/alignWave.ts";
export { checkDocument } from "./wave/checkDocument.ts";
export {
	type CompiledWave,
	type CompileOptions,
	compileWave,
	countPulses,
	type WaveCounts,
	type WavePulse,
} from "./wave/compile.ts";
export { changesOfGpio, changesOverRounds, type LevelChange } from "./wave/decompile.ts";
export {
	clampLength,
	createDocument,
	maxLength,
	trackOf,
	type WaveDocument,
	type WaveLevel,
	type WaveTrack,
	withTrack,
} from "./wave/document.ts";
export { defaultLimits, dmaLiteLimits, type WaveLimits } from "./wave/limits.ts";
export { type MatchedEdges, matchEdges, type VerifiedEdge } from "./wave/matchEdges.ts";
export { type MoveLimits, moveEdge, moveEdges, moveLimits } from "./wave/moveEdges.ts";
export {
	findProblems,
	type WavePinFacts,
	type WaveProblem,
	type WaveRemedy,
	type WaveSurroundings,
} from "./wave/problems.ts";
export {
	addPulse,
	copyPulses,
	deletePulses,
	type Edited,
	oppositeAt,
	paintLevel,
	repeatPulses,
	spanOf,
	splitPulse,
} from "./wave/pulses.ts";
export {
	addToSelection,
	type EdgeRef,
	edgesByTrack,
	edgesOfPulse,
	isSelected,
	noSelection,
	type PulseRef,
	pruneSelection,
	selectedPulses,
	selectInBox,
	selectPulses,
	timeOfEdge,
	toggleSelection,
	type WaveSelection,
} from "./wave/selection.ts";
export {
	type SnapMarker,
	type SnapOptions,
	type Snapped,
	type SnapTarget,
	snapStretch,
	snapTime,
} from "./wave/snap.ts";
export { starterDocument } from "./wave/starter.ts";
export { readStoredDocument, storeDocument } from "./wave/storedDocument.ts";
export { edgesUntil, levelAt, pulseAtTime, pulseFrom, pulsesOf, type TrackPulse } from "./wave/track.ts";
export {
	changeGpio,
	insertTime,
	insertTrack,
	invertTrack,
	moveTrack,
	removeTime,
	removeTrack,
	renameDocument,
	setLength,
	setRestLevel,
} from "./wave/tracks.ts";
export { type VerifyOptions, verifyWave, type WaveVerdict } from "./wave/verifyWave.ts";
export { type WaveLanguage, type WaveProgram, waveCode } from "./wave/waveCode.ts";

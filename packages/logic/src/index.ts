export { type Board, boardOf, isPermitted, pinOf } from "./board/Board.ts";
export {
	alternateFunction,
	altModes,
	altOfMode,
	type FunctionKind,
	functionName,
	functionOfMode,
	type PinFunction,
} from "./board/functions.ts";
export { gpiosOfPwmChannel, hardwareClock, hardwarePwmChannel } from "./board/hardwareOutputs.ts";
export type { Header, HeaderPin } from "./board/header.ts";
export { type PadClass, padClassOfGpio } from "./board/padClass.ts";
export { fixedPullUp, powerOnMode, powerOnPull } from "./board/resetState.ts";
export type { Processor } from "./board/revision.ts";
export { wiringPiNumber } from "./board/wiringPi.ts";

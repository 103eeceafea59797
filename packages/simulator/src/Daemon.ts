import { pwmFrequencies } from "@gpioscope/logic";
import type { I2cBus } from "./bitbang/I2cBus.ts";
import { PinUses } from "./bitbang/PinUses.ts";
import type { SerialReader } from "./bitbang/SerialReader.ts";
import type { SpiSelect } from "./bitbang/SpiBus.ts";
import { Board } from "./board/Board.ts";
import { type BoardModel, boardModel } from "./board/boardModel.ts";
import { Permissions } from "./board/Permissions.ts";
import { Buses } from "./buses/Buses.ts";
import { Engine } from "./engine/Engine.ts";
import { FileStore } from "./files/FileStore.ts";
import { Sandbox } from "./files/Sandbox.ts";
import type { BscMode } from "./handlers/bsc.ts";
import type { Reply } from "./handlers/Handler.ts";
import type { Request } from "./handlers/Request.ts";
import type { SimulatorOptions } from "./options.ts";
import { Pipes } from "./pipes/Pipes.ts";
import { Scripts } from "./script/Scripts.ts";
import { ShellScripts } from "./shell/ShellScripts.ts";
import { Alerts } from "./signals/Alerts.ts";
import { bcm2711Clocks, bcm2835Clocks } from "./signals/ClockDividers.ts";
import { BSC_EVENT, Events } from "./signals/Events.ts";
import { GpioFunctions } from "./signals/GpioFunctions.ts";
import { HardwareOutputs } from "./signals/HardwareOutputs.ts";
import { HardwareSignals } from "./signals/HardwareSignals.ts";
import { Notifications } from "./signals/Notifications.ts";
import { PulseRing } from "./signals/PulseRing.ts";
import { SampleBuffer } from "./signals/SampleBuffer.ts";
import { Waveform } from "./waves/Waveform.ts";
import { WaveMachine } from "./waves/WaveMachine.ts";
import { WaveSender } from "./waves/WaveSender.ts";
import { WaveStore } from "./waves/WaveStore.ts";

/** From this DMA channel on a transfer is at most 64 KiB long. */
const FIRST_LITE_CHANNEL = 7;
/** Asking for this one is asking for none: the daemon then takes channel 6. */
const UNSET_CHANNEL = 15;

/** A whole simulated pigpiod without its socket: everything commands work on. */
export class Daemon {
	readonly options: SimulatorOptions;
	/** Is told of what went wrong outside of any command's answer. */
	readonly onError: (error: unknown) => void;
	readonly model: BoardModel;
	readonly permissions: Permissions;
	readonly engine: Engine;
	readonly board: Board;
	readonly notifications = new Notifications();
	readonly events = new Events();
	readonly alerts: Alerts;
	readonly functions: GpioFunctions;
	readonly hardware: HardwareOutputs;
	readonly waveform: Waveform;
	readonly waves: WaveStore;
	readonly waveSender: WaveSender;
	/** What is bit-banged on which GPIO. */
	readonly pinUses = new PinUses();
	readonly serialReaders = new Map<number, SerialReader>();
	/** Bit-banged I2C buses by their SDA. */
	readonly i2cBuses = new Map<number, I2cBus>();
	/** Bit-banged SPI by its select, and the modes the lines had before, by their clock. */
	readonly spiSelects = new Map<number, SpiSelect>();
	readonly spiLineModes = new Map<number, (readonly [gpio: number, mode: number])[]>();
	readonly buses: Buses;
	bscMode: BscMode = "off";
	/** Drive strength of the three pads, 0 to 7 for 2 to 16 mA. */
	readonly pads = [3, 3, 3];
	readonly scripts: Scripts;
	readonly files: FileStore;
	readonly shell: ShellScripts;
	readonly pipes: Pipes;
	#internals: number;

	/**
	 * `perform` carries out commands for scripts; `onError` is told what a device's or script's callback threw.
	 */
	constructor(
		options: SimulatorOptions,
		perform: (daemon: Daemon, request: Request) => Reply,
		onError: (error: unknown) => void,
	) {
		this.options = options;
		this.onError = onError;
		this.model = boardModel(options.revision);
		this.permissions = new Permissions(this.model, options.permitted);
		const { samplePeriod, startTick } = options;
		const engine = new Engine(onError);
		this.engine = engine;
		const samples = new SampleBuffer(samplePeriod);
		this.board = new Board(engine, samples);
		const ring = new PulseRing(engine, this.board.low, samplePeriod);
		const signals = new HardwareSignals(engine, this.board, samplePeriod);
		const machine = new WaveMachine(engine, this.board.low);
		this.buses = new Buses(engine, this.board, this.model.isBcm2711, options.serialEcho);
		this.functions = new GpioFunctions(engine, this.board, ring, pwmFrequencies(samplePeriod));
		const { secondaryChannel } = options;
		const isLite = secondaryChannel >= FIRST_LITE_CHANNEL && secondaryChannel !== UNSET_CHANNEL;
		this.waveform = new Waveform(isLite);
		this.waves = new WaveStore(machine, isLite);
		this.waveSender = new WaveSender(engine, machine, this.waves);
		this.hardware = new HardwareOutputs(
			this.functions,
			this.board,
			signals,
			this.waveSender,
			this.model.isBcm2711 ? bcm2711Clocks : bcm2835Clocks,
			options.usesPwmClock,
		);
		this.board.onMode = (gpio) => signals.route(gpio);
		this.alerts = new Alerts(engine, samples, this.notifications, this.events, this.board.low.level, {
			samplePeriod,
			startTick,
			bufferLength: options.bufferMillis * 1000,
			enabled: !options.alertsDisabled,
		});
		const sandbox = options.files === undefined ? undefined : new Sandbox(options.files);
		this.files = new FileStore(sandbox);
		this.shell = new ShellScripts(sandbox);
		this.pipes = new Pipes(sandbox);
		this.scripts = new Scripts(engine, {
			perform: (request) => perform(this, request),
			runSystem: (name, first, second) => this.shell.run(name, `${first} ${second}`),
			resume: (machine) => this.scripts.resume(machine),
			levels: () => this.board.low.level,
		});
		this.events.watch = () => {
			if (this.buses.bsc?.noticeFlags() === true) this.events.trigger(BSC_EVENT);
		};
		this.alerts.observer = this.scripts;
		for (const source of [ring, signals, machine, this.scripts, this.alerts]) engine.add(source);
		this.#internals = options.internals;
		this.internals = options.internals;
	}

	/** The system timer: microseconds, wrapping at 2^32. */
	get tick(): number {
		return (this.options.startTick + Math.floor(this.engine.time)) >>> 0;
	}

	/** Debug level, alert frequency and flags, as CGI and CSI carry them. */
	get internals(): number {
		return this.#internals;
	}

	set internals(value: number) {
		this.#internals = value;
		this.alerts.frequency = (value >>> 4) & 15;
	}
}

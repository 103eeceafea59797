import type { Args, CommandName } from "../commands/registry.ts";

/**
 * A call as it is written: `set_mode(gpio, mode)`. What stands between the brackets is
 * - the name of a parameter, or of a part of it (`call.name`): its value;
 * - `#name`: how many elements it has;
 * - `>char data[count]`: a variable declared before, whose size is a number, a parameter or `#name`;
 * - `=char data[32]`: the same, filled with the parameter of that name;
 * - `*transfer`: the structure of a BSC transfer;
 * - a number: itself.
 *
 * `pi`, which C takes first, is not written here.
 */
export type Template = string;

/** Its template, or what chooses one by the arguments; undefined where the library has no such function. */
type Choice<N extends CommandName> = Template | undefined | ((args: Args<N>) => Template | undefined);

/** A command in pigpio's own libraries. */
export interface CodeTemplates<N extends CommandName> {
	/** A method of `pigpio.pi`. */
	readonly python: Choice<N>;
	/** A function of pigpiod_if2. */
	readonly c: Choice<N>;
}

interface Templates {
	readonly python: Template | undefined;
	readonly c: Template | undefined;
}

const both = (template: Template): Templates => ({ python: template, c: template });
const each = (python: Template | undefined, c: Template | undefined): Templates => ({ python, c });
const none = each(undefined, undefined);

/** Three questions of one command are three functions; Python has no one for the highest. */
function query(what: string): CodeTemplates<"getWaveMicros"> {
	const names = ["", "high_", "max_"];
	const named = (index: number): Template => `wave_get_${names[index]}${what}()`;
	return {
		python: ({ query: asked }) => (asked === 1 ? undefined : named(asked)),
		c: ({ query: asked }) => named(asked),
	};
}

/** How every command is called in Python and C. Waiting is no matter of pigpio there. */
export const codeTemplates: { readonly [N in CommandName]: CodeTemplates<N> } = {
	setMode: both("set_mode(gpio, mode)"),
	getMode: both("get_mode(gpio)"),
	setPull: both("set_pull_up_down(gpio, pull)"),
	read: each("read(gpio)", "gpio_read(gpio)"),
	write: each("write(gpio, level)", "gpio_write(gpio, level)"),
	setWatchdog: both("set_watchdog(gpio, timeout)"),
	trigger: both("gpio_trigger(gpio, length, level)"),
	setGlitchFilter: both("set_glitch_filter(gpio, steady)"),
	setNoiseFilter: both("set_noise_filter(gpio, steady, active)"),

	readBank1: both("read_bank_1()"),
	readBank2: both("read_bank_2()"),
	clearBank1: both("clear_bank_1(bits)"),
	clearBank2: both("clear_bank_2(bits)"),
	setBank1: both("set_bank_1(bits)"),
	setBank2: both("set_bank_2(bits)"),

	setPwm: both("set_PWM_dutycycle(gpio, dutyCycle)"),
	setPwmRange: both("set_PWM_range(gpio, range)"),
	setPwmFrequency: both("set_PWM_frequency(gpio, frequency)"),
	setServo: both("set_servo_pulsewidth(gpio, pulseWidth)"),
	getPwmRange: both("get_PWM_range(gpio)"),
	getPwmFrequency: both("get_PWM_frequency(gpio)"),
	getPwmRealRange: both("get_PWM_real_range(gpio)"),
	getPwmDutyCycle: both("get_PWM_dutycycle(gpio)"),
	getServoPulseWidth: both("get_servo_pulsewidth(gpio)"),
	setHardwareClock: both("hardware_clock(gpio, frequency)"),
	setHardwarePwm: both("hardware_PWM(gpio, frequency, dutyCycle)"),

	setPadStrength: both("set_pad_strength(pad, strength)"),
	getPadStrength: both("get_pad_strength(pad)"),

	openNotificationPipe: both("notify_open()"),
	openNotification: none,
	beginNotification: both("notify_begin(handle, bits)"),
	pauseNotification: both("notify_pause(handle)"),
	closeNotification: both("notify_close(handle)"),

	setEventMonitor: none,
	// The event_trigger of pigpiod_if2 sends EVM instead: it triggers nothing, and changes what another client hears.
	triggerEvent: each("event_trigger(event)", undefined),

	clearWaves: both("wave_clear()"),
	newWave: both("wave_add_new()"),
	addPulses: each("wave_add_generic(pulses)", "wave_add_generic(#pulses, pulses)"),
	addSerial: each(
		"wave_add_serial(gpio, baud, data, offset, dataBits, halfStopBits)",
		"wave_add_serial(gpio, baud, dataBits, halfStopBits, offset, #data, data)",
	),
	sendWaveLegacy: each("wave_tx_start()", undefined),
	sendWaveLegacyRepeat: each("wave_tx_repeat()", undefined),
	isWaveBusy: both("wave_tx_busy()"),
	stopWave: both("wave_tx_stop()"),
	getWaveMicros: query("micros"),
	getWavePulses: query("pulses"),
	getWaveControlBlocks: query("cbs"),
	createWave: both("wave_create()"),
	createPaddedWave: {
		python: ({ words }) => (words === undefined ? "wave_create_and_pad(percent)" : undefined),
		c: ({ words }) => (words === undefined ? "wave_create_and_pad(percent)" : undefined),
	},
	deleteWave: both("wave_delete(wave)"),
	sendWaveOnce: both("wave_send_once(wave)"),
	sendWaveRepeat: both("wave_send_repeat(wave)"),
	sendWaveUsingMode: both("wave_send_using_mode(wave, mode)"),
	sendWaveChain: each("wave_chain(chain)", "wave_chain(chain, #chain)"),
	getCurrentWave: both("wave_tx_at()"),

	storeScript: both("store_script(text)"),
	deleteScript: both("delete_script(script)"),
	runScript: each("run_script(script, params)", "run_script(script, #params, params)"),
	updateScript: each("update_script(script, params)", "update_script(script, #params, params)"),
	stopScript: both("stop_script(script)"),
	getScriptStatus: each("script_status(script)", "script_status(script, >uint32_t params[10])"),
	parseScript: none,

	openI2c: both("i2c_open(bus, address, flags)"),
	closeI2c: both("i2c_close(handle)"),
	readI2cDevice: each("i2c_read_device(handle, count)", "i2c_read_device(handle, >char data[count], count)"),
	writeI2cDevice: each("i2c_write_device(handle, data)", "i2c_write_device(handle, data, #data)"),
	writeI2cQuick: both("i2c_write_quick(handle, bit)"),
	readI2cByte: both("i2c_read_byte(handle)"),
	writeI2cByte: both("i2c_write_byte(handle, value)"),
	readI2cByteData: both("i2c_read_byte_data(handle, register)"),
	writeI2cByteData: both("i2c_write_byte_data(handle, register, value)"),
	readI2cWordData: both("i2c_read_word_data(handle, register)"),
	writeI2cWordData: both("i2c_write_word_data(handle, register, value)"),
	readI2cBlockData: each(
		"i2c_read_block_data(handle, register)",
		"i2c_read_block_data(handle, register, >char data[32])",
	),
	writeI2cBlockData: each(
		"i2c_write_block_data(handle, register, data)",
		"i2c_write_block_data(handle, register, data, #data)",
	),
	readI2cRegisters: each(
		"i2c_read_i2c_block_data(handle, register, count)",
		"i2c_read_i2c_block_data(handle, register, >char data[count], count)",
	),
	writeI2cRegisters: each(
		"i2c_write_i2c_block_data(handle, register, data)",
		"i2c_write_i2c_block_data(handle, register, data, #data)",
	),
	callI2cProcess: both("i2c_process_call(handle, register, value)"),
	callI2cBlockProcess: each(
		"i2c_block_process_call(handle, register, data)",
		"i2c_block_process_call(handle, register, =char data[32], #data)",
	),
	runI2cSegments: each(
		"i2c_zip(handle, segments)",
		"i2c_zip(handle, segments, #segments, >char data[1024], 1024)",
	),

	openBitBangI2c: both("bb_i2c_open(sda, scl, baud)"),
	closeBitBangI2c: both("bb_i2c_close(sda)"),
	runBitBangI2c: each(
		"bb_i2c_zip(sda, segments)",
		"bb_i2c_zip(sda, segments, #segments, >char data[1024], 1024)",
	),

	openSpi: both("spi_open(channel, baud, flags)"),
	closeSpi: both("spi_close(handle)"),
	readSpi: each("spi_read(handle, count)", "spi_read(handle, >char data[count], count)"),
	writeSpi: each("spi_write(handle, data)", "spi_write(handle, data, #data)"),
	transferSpi: each("spi_xfer(handle, data)", "spi_xfer(handle, data, >char received[#data], #data)"),

	openBitBangSpi: both("bb_spi_open(cs, miso, mosi, sclk, baud, flags)"),
	closeBitBangSpi: both("bb_spi_close(cs)"),
	transferBitBangSpi: each("bb_spi_xfer(cs, data)", "bb_spi_xfer(cs, data, >char received[#data], #data)"),

	openSerial: both("serial_open(device, baud, flags)"),
	closeSerial: both("serial_close(handle)"),
	readSerialByte: both("serial_read_byte(handle)"),
	writeSerialByte: both("serial_write_byte(handle, value)"),
	readSerial: each("serial_read(handle, count)", "serial_read(handle, >char data[count], count)"),
	writeSerial: each("serial_write(handle, data)", "serial_write(handle, data, #data)"),
	getSerialAvailable: both("serial_data_available(handle)"),

	openBitBangSerial: both("bb_serial_read_open(gpio, baud, dataBits)"),
	readBitBangSerial: each("bb_serial_read(gpio)", "bb_serial_read(gpio, >char data[count], count)"),
	closeBitBangSerial: both("bb_serial_read_close(gpio)"),
	invertBitBangSerial: both("bb_serial_invert(gpio, invert)"),

	transferBsc: each("bsc_xfer(control, data)", "bsc_xfer(*transfer)"),

	openFile: both("file_open(path, mode)"),
	closeFile: both("file_close(handle)"),
	readFile: each("file_read(handle, count)", "file_read(handle, >char data[count], count)"),
	writeFile: each("file_write(handle, data)", "file_write(handle, data, #data)"),
	seekFile: both("file_seek(handle, offset, from)"),
	listFiles: each("file_list(pattern)", "file_list(pattern, >char data[count], count)"),

	getTick: both("get_current_tick()"),
	getHardwareRevision: both("get_hardware_revision()"),
	getVersion: both("get_pigpio_version()"),
	help: none,
	delayMicros: none,
	delayMillis: none,
	callCustom1: each("custom_1(first, second, data)", "custom_1(first, second, data, #data)"),
	callCustom2: each(
		"custom_2(first, data, count)",
		"custom_2(first, data, #data, >char returned[count], count)",
	),
	getInternals: none,
	setInternals: none,
	runShell: each("shell(call.name, call.text)", "shell_(call.name, call.text)"),
};

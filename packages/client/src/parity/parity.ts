/** One public name of the Python module, and what there is in its place. */
export interface ParityRow {
	/** As it is written in Python: `pi.read`, `callback.tally`, `pulse`, `PI_*` for all names that begin so. */
	readonly python: string;
	/** `Pi.read` is a member of the class, `tickDiff` an export, `Mode.INPUT` a member of an exported object. */
	readonly ours: readonly string[];
	readonly note: string;
}

/** A part of the table, titled as the overview of the module's documentation is. */
export interface ParityGroup {
	readonly title: string;
	readonly rows: readonly ParityRow[];
}

function row(python: string, ours: string, note: string): ParityRow {
	return { python, ours: ours.split(" "), note };
}

/** Every public name of Debian's python3-pigpio (1.78), in the order of its documentation. */
export const parity: readonly ParityGroup[] = [
	{
		title: "Essential",
		rows: [
			row("pi", "connect Pi", "`connect({ host, port })`; reads PIGPIO_ADDR and PIGPIO_PORT too"),
			row("pi.connected", "Pi.connected Pi.status", "a promise, and a status that tells more than yes or no"),
			row("pi.stop", "Pi.close", "or `await using`; gives back handles, waves and scripts"),
		],
	},
	{
		title: "Basic",
		rows: [
			row("pi.set_mode", "Pi.setMode", ""),
			row("pi.get_mode", "Pi.getMode", ""),
			row("pi.set_pull_up_down", "Pi.setPull", ""),
			row("pi.read", "Pi.read", ""),
			row("pi.write", "Pi.write", ""),
		],
	},
	{
		title: "PWM",
		rows: [
			row("pi.set_PWM_dutycycle", "Pi.setPwm", ""),
			row("pi.set_PWM_frequency", "Pi.setPwmFrequency", "gives the frequency that was set"),
			row("pi.set_PWM_range", "Pi.setPwmRange", "gives the real range"),
			row("pi.get_PWM_dutycycle", "Pi.getPwmDutyCycle", ""),
			row("pi.get_PWM_frequency", "Pi.getPwmFrequency", ""),
			row("pi.get_PWM_range", "Pi.getPwmRange", ""),
			row("pi.get_PWM_real_range", "Pi.getPwmRealRange", ""),
		],
	},
	{
		title: "Servo",
		rows: [
			row("pi.set_servo_pulsewidth", "Pi.setServo", ""),
			row("pi.get_servo_pulsewidth", "Pi.getServoPulseWidth", ""),
		],
	},
	{
		title: "Intermediate",
		rows: [
			row("pi.gpio_trigger", "Pi.trigger", "length 10 µs and level 1 by default"),
			row("pi.set_watchdog", "Pi.setWatchdog", "set again after a restart of pigpiod"),
			row("pi.read_bank_1", "Pi.readBank1", "unsigned"),
			row("pi.read_bank_2", "Pi.readBank2", "unsigned"),
			row("pi.clear_bank_1", "Pi.clearBank1", ""),
			row("pi.clear_bank_2", "Pi.clearBank2", ""),
			row("pi.set_bank_1", "Pi.setBank1", ""),
			row("pi.set_bank_2", "Pi.setBank2", ""),
			row("pi.callback", "Pi.callback Pi.edges", "rising by default; knows the level before the first edge"),
			row("callback.cancel", "Callback.cancel", ""),
			row("callback.tally", "Callback.tally", "counts with a listener of your own too"),
			row("callback.reset_tally", "Callback.resetTally", ""),
			row(
				"pi.wait_for_edge",
				"Pi.waitForEdge",
				"gives the edge; a minute by default; not ended by a watchdog",
			),
		],
	},
	{
		title: "Advanced",
		rows: [
			row("pi.notify_open", "Pi.openNotificationPipe", "its reports are read from /dev/pigpioN on the Pi"),
			row("pi.notify_begin", "Pi.beginNotification", ""),
			row("pi.notify_pause", "Pi.pauseNotification", ""),
			row("pi.notify_close", "Pi.closeNotification", ""),
			row("pi.hardware_clock", "Pi.setHardwareClock", ""),
			row("pi.hardware_PWM", "Pi.setHardwarePwm", ""),
			row("pi.set_glitch_filter", "Pi.setGlitchFilter", "set again after a restart of pigpiod"),
			row("pi.set_noise_filter", "Pi.setNoiseFilter", "set again after a restart of pigpiod"),
			row("pi.set_pad_strength", "Pi.setPadStrength", ""),
			row("pi.get_pad_strength", "Pi.getPadStrength", ""),
			row("pi.shell", "Pi.shell Pi.runShell", "`shell` tells the exit code"),
		],
	},
	{
		title: "Custom",
		rows: [
			row("pi.custom_1", "Pi.custom1 Pi.callCustom1", ""),
			row("pi.custom_2", "Pi.custom2 Pi.callCustom2", "8192 bytes by default"),
		],
	},
	{
		title: "Events",
		rows: [
			row("pi.event_callback", "Pi.eventCallback Pi.events", ""),
			row("event.cancel", "Callback.cancel", ""),
			row("event.tally", "Callback.tally", ""),
			row("event.reset_tally", "Callback.resetTally", ""),
			row("pi.event_trigger", "Pi.triggerEvent", ""),
			row("pi.wait_for_event", "Pi.waitForEvent", "gives the event; a minute by default"),
		],
	},
	{
		title: "Scripts",
		rows: [
			row(
				"pi.store_script",
				"Pi.makeScript Pi.storeScript",
				"`makeScript` gives an object that can be run at once",
			),
			row("pi.run_script", "Script.run Pi.runScript", ""),
			row("pi.update_script", "Script.update Pi.updateScript", ""),
			row("pi.script_status", "Script.status Script.waitUntilHalted Pi.getScriptStatus", "the state by name"),
			row("pi.stop_script", "Script.stop Pi.stopScript", ""),
			row("pi.delete_script", "Script.delete Pi.deleteScript", "or `await using`"),
		],
	},
	{
		title: "I2C",
		rows: [
			row("pi.i2c_open", "Pi.openI2cDevice Pi.openI2c", "flags 0 by default"),
			row("pi.i2c_close", "I2cDevice.close Pi.closeI2c", "or `await using`"),
			row("pi.i2c_write_quick", "I2cDevice.writeQuick Pi.writeI2cQuick", ""),
			row("pi.i2c_read_byte", "I2cDevice.readByte Pi.readI2cByte", ""),
			row("pi.i2c_write_byte", "I2cDevice.writeByte Pi.writeI2cByte", ""),
			row("pi.i2c_read_byte_data", "I2cDevice.readByteData Pi.readI2cByteData", ""),
			row("pi.i2c_write_byte_data", "I2cDevice.writeByteData Pi.writeI2cByteData", ""),
			row("pi.i2c_read_word_data", "I2cDevice.readWordData Pi.readI2cWordData", ""),
			row("pi.i2c_write_word_data", "I2cDevice.writeWordData Pi.writeI2cWordData", ""),
			row("pi.i2c_read_block_data", "I2cDevice.readBlockData Pi.readI2cBlockData", ""),
			row("pi.i2c_write_block_data", "I2cDevice.writeBlockData Pi.writeI2cBlockData", ""),
			row("pi.i2c_read_i2c_block_data", "I2cDevice.readRegisters Pi.readI2cRegisters", ""),
			row("pi.i2c_write_i2c_block_data", "I2cDevice.writeRegisters Pi.writeI2cRegisters", ""),
			row("pi.i2c_read_device", "I2cDevice.read Pi.readI2cDevice", ""),
			row("pi.i2c_write_device", "I2cDevice.write Pi.writeI2cDevice", ""),
			row("pi.i2c_process_call", "I2cDevice.processCall Pi.callI2cProcess", ""),
			row("pi.i2c_block_process_call", "I2cDevice.blockProcessCall Pi.callI2cBlockProcess", ""),
			row("pi.i2c_zip", "I2cDevice.run Pi.runI2cSegments i2cSegments", "steps as objects"),
		],
	},
	{
		title: "I2C bit bang",
		rows: [
			row("pi.bb_i2c_open", "Pi.openI2cOnGpios Pi.openBitBangI2c", "100 000 baud by default"),
			row("pi.bb_i2c_close", "BitBangI2c.close Pi.closeBitBangI2c", "or `await using`"),
			row("pi.bb_i2c_zip", "BitBangI2c.run Pi.runBitBangI2c i2cSegments", "steps as objects"),
		],
	},
	{
		title: "I2C/SPI slave",
		rows: [
			row("pi.bsc_xfer", "Pi.transferBsc", ""),
			row("pi.bsc_i2c", "Pi.bscI2c Pi.openI2cSlave BscI2cSlave.transfer", ""),
		],
	},
	{
		title: "Serial",
		rows: [
			row("pi.serial_open", "Pi.openSerialDevice Pi.openSerial", "flags 0 by default"),
			row("pi.serial_close", "SerialDevice.close Pi.closeSerial", "or `await using`"),
			row("pi.serial_read_byte", "SerialDevice.readByte Pi.readSerialByte", ""),
			row("pi.serial_write_byte", "SerialDevice.writeByte Pi.writeSerialByte", ""),
			row("pi.serial_read", "SerialDevice.read Pi.readSerial", "1000 bytes by default"),
			row("pi.serial_write", "SerialDevice.write Pi.writeSerial", ""),
			row("pi.serial_data_available", "SerialDevice.available Pi.getSerialAvailable", ""),
		],
	},
	{
		title: "Serial bit bang",
		rows: [
			row("pi.bb_serial_read_open", "Pi.openSerialOnGpio Pi.openBitBangSerial", "8 data bits by default"),
			row("pi.bb_serial_read_close", "BitBangSerial.close Pi.closeBitBangSerial", "or `await using`"),
			row("pi.bb_serial_invert", "BitBangSerial.invert Pi.invertBitBangSerial", ""),
			row("pi.bb_serial_read", "BitBangSerial.read Pi.readBitBangSerial", "10 000 bytes by default"),
		],
	},
	{
		title: "SPI",
		rows: [
			row(
				"pi.spi_open",
				"Pi.openSpiDevice Pi.openSpi spiFlags",
				"flags 0 by default; `spiFlags` makes others",
			),
			row("pi.spi_close", "SpiDevice.close Pi.closeSpi", "or `await using`"),
			row("pi.spi_read", "SpiDevice.read Pi.readSpi", ""),
			row("pi.spi_write", "SpiDevice.write Pi.writeSpi", ""),
			row("pi.spi_xfer", "SpiDevice.transfer Pi.transferSpi", ""),
		],
	},
	{
		title: "SPI bit bang",
		rows: [
			row("pi.bb_spi_open", "Pi.openSpiOnGpios Pi.openBitBangSpi", "100 000 baud, flags 0 by default"),
			row("pi.bb_spi_close", "BitBangSpi.close Pi.closeBitBangSpi", "or `await using`"),
			row("pi.bb_spi_xfer", "BitBangSpi.transfer Pi.transferBitBangSpi", ""),
		],
	},
	{
		title: "Files",
		rows: [
			row("pi.file_open", "Pi.openRemoteFile Pi.openFile", ""),
			row("pi.file_close", "RemoteFile.close Pi.closeFile", "or `await using`"),
			row("pi.file_read", "RemoteFile.read Pi.readFile", ""),
			row("pi.file_write", "RemoteFile.write Pi.writeFile", ""),
			row("pi.file_seek", "RemoteFile.seek Pi.seekFile", ""),
			row("pi.file_list", "Pi.findFiles Pi.listFiles", "`findFiles` gives a list of paths"),
		],
	},
	{
		title: "Waves",
		rows: [
			row("pi.wave_clear", "Pi.clearWaves", ""),
			row("pi.wave_add_new", "Pi.newWave", "`makeWave` does it"),
			row("pi.wave_add_generic", "WaveBuilder.pulses Pi.addPulses", "any number of pulses, sent in parts"),
			row(
				"pi.wave_add_serial",
				"WaveBuilder.serial Pi.addSerial",
				"offset 0, 8 data bits, 2 half stop bits by default",
			),
			row("pi.wave_create", "Pi.makeWave Pi.createWave", "nobody comes between; the 251st is refused"),
			row("pi.wave_create_and_pad", "Pi.makeWave Pi.createPaddedWave", "`makeWave(pulses, { percent })`"),
			row("pi.wave_delete", "Wave.delete Pi.deleteWave", "or `await using`"),
			row("pi.wave_send_once", "Wave.send Pi.sendWaveOnce", ""),
			row("pi.wave_send_repeat", "Wave.send Pi.sendWaveRepeat", '`wave.send("repeat")`'),
			row("pi.wave_send_using_mode", "Wave.send Pi.sendWaveUsingMode", '`wave.send("onceSynced")`'),
			row("pi.wave_chain", "WaveChain Pi.sendChain Pi.sendWaveChain", "loops and delays by name"),
			row("pi.wave_tx_at", "Pi.getWaveStatus Pi.getCurrentWave", ""),
			row("pi.wave_tx_busy", "Pi.isWaveBusy Pi.waitForWaveEnd", ""),
			row("pi.wave_tx_stop", "Pi.stopWave", ""),
			row("pi.wave_get_cbs", "Pi.getWaveControlBlocks Pi.getWaveResources", "query 0"),
			row("pi.wave_get_max_cbs", "Pi.getWaveControlBlocks Pi.getWaveResources", "query 2"),
			row("pi.wave_get_micros", "Pi.getWaveMicros Pi.getWaveResources", "query 0"),
			row("pi.wave_get_max_micros", "Pi.getWaveMicros Pi.getWaveResources", "query 2"),
			row("pi.wave_get_pulses", "Pi.getWavePulses Pi.getWaveResources", "query 0"),
			row("pi.wave_get_max_pulses", "Pi.getWavePulses Pi.getWaveResources", "query 2"),
			row("pi.wave_tx_start", "Pi.sendWaveLegacy", "pigpiod refuses it, as it does Python's"),
			row("pi.wave_tx_repeat", "Pi.sendWaveLegacyRepeat", "pigpiod refuses it, as it does Python's"),
			row("pulse", "Pulse", "a plain object `{ on, off, delay }`"),
		],
	},
	{
		title: "Utilities",
		rows: [
			row("pi.get_current_tick", "Pi.getTick", ""),
			row("pi.get_hardware_revision", "Pi.getHardwareRevision", ""),
			row("pi.get_pigpio_version", "Pi.getVersion", ""),
			row("error_text", "errorText", ""),
			row("tickDiff", "tickDiff", ""),
			row("u2i", "u2i", ""),
			row("error", "PigpioError", "has `code`, `pigpioName`, `text` and `command`"),
			row(
				"exceptions",
				"PigpioError",
				"errors are always thrown; catch them where you want to look at the code",
			),
			row("xref", "Pi", "a function of documentation only; ours is in the types"),
		],
	},
	{
		title: "Constants",
		rows: [
			row("VERSION", "Pi.getVersion", "the daemon's; the package's own is in its package.json"),
			row("OFF", "Level.LOW", ""),
			row("LOW", "Level.LOW", ""),
			row("CLEAR", "Level.LOW", ""),
			row("ON", "Level.HIGH", ""),
			row("HIGH", "Level.HIGH", ""),
			row("SET", "Level.HIGH", ""),
			row("TIMEOUT", "Level.TIMEOUT", 'and `kind` is `"timeout"`'),
			row("RISING_EDGE", "EdgeKind", '`"rising"`'),
			row("FALLING_EDGE", "EdgeKind", '`"falling"`'),
			row("EITHER_EDGE", "EdgeKind", '`"either"`'),
			row("INPUT", "Mode.INPUT", ""),
			row("OUTPUT", "Mode.OUTPUT", ""),
			row("ALT0", "Mode.ALT0", ""),
			row("ALT1", "Mode.ALT1", ""),
			row("ALT2", "Mode.ALT2", ""),
			row("ALT3", "Mode.ALT3", ""),
			row("ALT4", "Mode.ALT4", ""),
			row("ALT5", "Mode.ALT5", ""),
			row("PUD_OFF", "Pull.OFF", ""),
			row("PUD_DOWN", "Pull.DOWN", ""),
			row("PUD_UP", "Pull.UP", ""),
			row("WAVE_MODE_ONE_SHOT", "WaveMode.ONE_SHOT", ""),
			row("WAVE_MODE_REPEAT", "WaveMode.REPEAT", ""),
			row("WAVE_MODE_ONE_SHOT_SYNC", "WaveMode.ONE_SHOT_SYNC", ""),
			row("WAVE_MODE_REPEAT_SYNC", "WaveMode.REPEAT_SYNC", ""),
			row("WAVE_NOT_FOUND", "CurrentWave.NOT_FOUND", ""),
			row("NO_TX_WAVE", "CurrentWave.NONE", ""),
			row("FILE_READ", "FileMode.READ", ""),
			row("FILE_WRITE", "FileMode.WRITE", ""),
			row("FILE_RW", "FileMode.READ_WRITE", ""),
			row("FILE_APPEND", "FileMode.APPEND", ""),
			row("FILE_CREATE", "FileMode.CREATE", ""),
			row("FILE_TRUNC", "FileMode.TRUNCATE", ""),
			row("FROM_START", "SeekFrom.START", ""),
			row("FROM_CURRENT", "SeekFrom.CURRENT", ""),
			row("FROM_END", "SeekFrom.END", ""),
			row("SPI_MODE_0", "SpiFlag.MODE_0", ""),
			row("SPI_MODE_1", "SpiFlag.MODE_1", ""),
			row("SPI_MODE_2", "SpiFlag.MODE_2", ""),
			row("SPI_MODE_3", "SpiFlag.MODE_3", ""),
			row("SPI_CPHA", "SpiFlag.CPHA", ""),
			row("SPI_CPOL", "SpiFlag.CPOL", ""),
			row("SPI_CS_HIGH_ACTIVE", "SpiFlag.CS_HIGH_ACTIVE", ""),
			row("SPI_TX_LSBFIRST", "SpiFlag.TX_LSB_FIRST", ""),
			row("SPI_RX_LSBFIRST", "SpiFlag.RX_LSB_FIRST", ""),
			row("NTFY_FLAGS_EVENT", "ReportFlag.EVENT", ""),
			row("NTFY_FLAGS_ALIVE", "ReportFlag.ALIVE", ""),
			row("NTFY_FLAGS_WDOG", "ReportFlag.WATCHDOG", ""),
			row("NTFY_FLAGS_GPIO", "ReportFlag.DETAIL", ""),
			row("EVENT_BSC", "EVENT_BSC", ""),
			row("PI_SCRIPT_INITING", "ScriptState.INITIALISING", '`"initialising"` of `Script.status`'),
			row("PI_SCRIPT_HALTED", "ScriptState.HALTED", '`"halted"`'),
			row("PI_SCRIPT_RUNNING", "ScriptState.RUNNING", '`"running"`'),
			row("PI_SCRIPT_WAITING", "ScriptState.WAITING", '`"waiting"`'),
			row("PI_SCRIPT_FAILED", "ScriptState.FAILED", '`"failed"`'),
			row("PI_*", "pigpioErrors", "all error numbers: name and text by number"),
		],
	},
];

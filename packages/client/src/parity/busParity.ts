import { type ParityGroup, row } from "./parityRow.ts";

/** Buses, lines and files. */
export const busParity: readonly ParityGroup[] = [
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
];

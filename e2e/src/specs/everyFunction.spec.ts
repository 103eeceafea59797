import { expect, test } from "../fixtures/wholePiTest.ts";
import { CommandLine } from "../pages/CommandLine.ts";

/** A function of the Python module, what stands for it in the console, and the answer in words. */
type Step = readonly [python: string, typed: string, answer: RegExp, as?: string];

const done = /^done$/;
const number = /^\d+/;

/** GPIO 20, 21, 23, 24 and 26 have no device on the default bench; a clock is at 0x68, a memory at 0x50. */
const groups: Readonly<Record<string, readonly Step[]>> = {
	"modes, levels, PWM, servos and filters": [
		["pi.set_mode", "m 20 w", done],
		["pi.get_mode", "mg 20", /^1 \(output\)$/],
		["pi.set_pull_up_down", "pud 20 u", done],
		["pi.write", "w 20 1", done],
		["pi.read", "r 20", /^1/],
		["pi.set_PWM_range", "prs 20 100", /^250/],
		["pi.set_PWM_frequency", "pfs 20 1000", /^1000.Hz$/],
		["pi.set_PWM_dutycycle", "p 20 25", done],
		["pi.get_PWM_dutycycle", "gdc 20", /^25$/],
		["pi.get_PWM_range", "prg 20", /^100$/],
		["pi.get_PWM_frequency", "pfg 20", /^1000.Hz$/],
		["pi.get_PWM_real_range", "prrg 20", /^200$/],
		["pi.set_servo_pulsewidth", "s 21 1500", done],
		["pi.get_servo_pulsewidth", "gpw 21", /^1500.µs$/],
		["pi.gpio_trigger", "trig 20 10 1", done],
		["pi.set_watchdog", "wdog 26 60000", done],
		["pi.set_watchdog", "wdog 26 0", done],
		["pi.set_glitch_filter", "fg 26 20", done],
		["pi.set_glitch_filter", "fg 26 0", done],
		["pi.set_noise_filter", "fn 26 100 1000", done],
		["pi.set_noise_filter", "fn 26 0 0", done],
		["pi.read_bank_1", "br1", /^0x[0-9a-f]{8}$/],
		["pi.read_bank_2", "br2", /^0x[0-9a-f]{8}$/],
		["pi.set_bank_1", "bs1 0x100000", done],
		["pi.clear_bank_1", "bc1 0x100000", done],
		["pi.set_bank_2", "bs2 1", /PI_SOME_PERMITTED/],
		["pi.clear_bank_2", "bc2 1", /PI_SOME_PERMITTED/],
		["pi.hardware_clock", "hc 20 5000000", done],
		["pi.hardware_PWM", "hp 12 25000 500000", done],
		["pi.set_pad_strength", "pads 1 12", done],
		["pi.get_pad_strength", "padg 1", /^12/],
		["pi.set_pad_strength", "pads 1 8", done],
		["pi.get_current_tick", "t", number],
		["pi.get_hardware_revision", "hwver", /^10494082$/],
		["pi.get_pigpio_version", "pigpv", /^79$/],
	],
	"waves, scripts, events and notifications": [
		["pi.wave_clear", "wvclr", done],
		["pi.wave_add_new", "wvnew", done],
		["pi.wave_add_generic", "wvag 0x800000 0 100 0 0x800000 100", /^2$/],
		["pi.wave_get_micros", "wvsm 0", /^200/],
		["pi.wave_get_max_micros", "wvsm 2", /^1800000000/],
		["pi.wave_get_pulses", "wvsp 0", /^2/],
		["pi.wave_get_max_pulses", "wvsp 2", /^12000/],
		["pi.wave_get_cbs", "wvsc 0", number],
		["pi.wave_get_max_cbs", "wvsc 2", /^25016/],
		["pi.wave_create", "wvcre", /^wave \d+$/, "wave"],
		["pi.wave_send_once", "wvtx {wave}", number],
		["pi.wave_send_repeat", "wvtxr {wave}", number],
		["pi.wave_tx_busy", "wvbsy", /^1/],
		["pi.wave_tx_at", "wvtat", number],
		["pi.wave_send_using_mode", "wvtxm {wave} 3", number],
		["pi.wave_tx_stop", "wvhlt", done],
		["pi.wave_chain", "wvcha {wave} 255 2 100 0", done],
		["pi.wave_delete", "wvdel {wave}", done],
		["pi.wave_add_serial", "wvas 23 9600 8 2 0 65 66", number],
		["pi.wave_create_and_pad", "wvcap 20", /^wave \d+$/, "padded"],
		["pi.wave_delete", "wvdel {padded}", done],
		["pi.wave_tx_start", "wvgo", /PI_NO_WAVEFORM_ID|PI_\w+/],
		["pi.wave_tx_repeat", "wvgor", /PI_NO_WAVEFORM_ID|PI_\w+/],
		["pi.store_script", "proc tag 1 mils p0 jmp 1", /^script \d+$/, "script"],
		["pi.run_script", "procr {script} 50", done],
		["pi.update_script", "procu {script} 60", done],
		["pi.script_status", "procp {script}", /p0 to p9: 60 0/],
		["pi.stop_script", "procs {script}", done],
		["pi.delete_script", "procd {script}", done],
		["pi.event_trigger", "evt 12", done],
		["pi.notify_open", "no", /^notification handle \d+$/, "pipe"],
		["pi.notify_begin", "nb {pipe} 0x100000", done],
		["pi.notify_pause", "np {pipe}", done],
		["pi.notify_close", "nc {pipe}", done],
	],
	"I2C, on the Pi's own bus, on any pins and as a slave": [
		["pi.i2c_open", "i2co 1 0x68 0", /^I²C handle \d+$/, "clock"],
		["pi.i2c_write_byte_data", "i2cwb {clock} 7 0x12", done],
		["pi.i2c_read_byte_data", "i2crb {clock} 7", /^18/],
		["pi.i2c_write_word_data", "i2cww {clock} 7 0x0302", done],
		["pi.i2c_read_word_data", "i2crw {clock} 7", /^770/],
		["pi.i2c_write_block_data", "i2cwk {clock} 7 5 6", done],
		// The driver of the Pi's controller has no block reads.
		["pi.i2c_read_block_data", "i2crk {clock} 7", /PI_BAD_SMBUS_CMD/],
		["pi.i2c_write_i2c_block_data", "i2cwi {clock} 7 1 2 3", done],
		["pi.i2c_read_i2c_block_data", "i2cri {clock} 7 3", /^3 bytes: 01 02 03/],
		["pi.i2c_process_call", "i2cpc {clock} 7 0x0202", number],
		["pi.i2c_block_process_call", "i2cpk {clock} 7 1 2", /bytes/],
		["pi.i2c_write_byte", "i2cws {clock} 7", done],
		["pi.i2c_read_byte", "i2crs {clock}", number],
		["pi.i2c_write_quick", "i2cwq {clock} 0", done],
		["pi.i2c_write_device", "i2cwd {clock} 0", done],
		["pi.i2c_read_device", "i2crd {clock} 7", /^7 bytes: /],
		["pi.i2c_zip", "i2cz {clock} 4 0x68 7 1 7 6 3 0", /^3 bytes: /],
		["pi.i2c_close", "i2cc {clock}", done],
		["pi.bb_i2c_open", "bi2co 23 24 10000", done],
		["pi.bb_i2c_zip", "bi2cz 23 4 0x50 2 7 1 0 3 0", /bytes/],
		["pi.bb_i2c_close", "bi2cc 23", done],
		["pi.bsc_xfer", "bscx 0x130305 1 2", /^status 0x/],
		["pi.bsc_i2c", "bscx 0", /^status 0x/],
	],
	"SPI and serial lines, by the Pi's hardware and on any pins": [
		["pi.spi_open", "spio 0 100000 0", /^SPI handle \d+$/, "spi"],
		["pi.spi_xfer", "spix {spi} 1 128 0", /^3 bytes: /],
		["pi.spi_write", "spiw {spi} 1 128 0", /^3/],
		["pi.spi_read", "spir {spi} 2", /^2 bytes: /],
		["pi.spi_close", "spic {spi}", done],
		["pi.bb_spi_open", "bspio 8 9 10 11 20000 0", done],
		["pi.bb_spi_xfer", "bspix 8 1 128 0", /^3 bytes: /],
		["pi.bb_spi_close", "bspic 8", done],
		["pi.serial_open", "sero /dev/serial0 9600 0", /^serial handle \d+$/, "port"],
		["pi.serial_write_byte", "serwb {port} 65", done],
		["pi.serial_write", "serw {port} 72 105", done],
		["pi.serial_data_available", "serda {port}", number],
		["pi.serial_read", "serr {port} 20", /bytes/],
		["pi.serial_read_byte", "serrb {port}", /^\d+|PI_SER_READ_NO_DATA/],
		["pi.serial_close", "serc {port}", done],
		["pi.bb_serial_read_open", "slro 26 9600 8", done],
		["pi.bb_serial_invert", "slri 26 1", done],
		["pi.bb_serial_read", "slr 26 10", /^no bytes$/],
		["pi.bb_serial_read_close", "slrc 26", done],
	],
	"files, programs and custom functions": [
		["pi.file_open", "fo /home/pi/list.txt 3", /^file handle \d+$/, "file"],
		["pi.file_read", "fr {file} 3", /^3 bytes: 6f 6e 65/],
		["pi.file_seek", "fs {file} 0 2", /^4/],
		["pi.file_write", "fw {file} 50 10", done],
		["pi.file_close", "fc {file}", done],
		["pi.file_list", "fl /home/pi/* 1000", /list\.txt/],
		["pi.shell", "shell three", /^768/],
		["pi.custom_1", "cf1 1 2", /^-?\d+/],
		["pi.custom_2", "cf2 1 10 65 66", /bytes|^done/],
	],
};

test("the console does with words what Python does with functions", async ({ app }) => {
	test.slow();
	const { page } = app;
	const line = new CommandLine(page);
	const release = page.getByRole("alert").filter({ hasText: /^(Released|Nothing to release)/ });
	for (const [group, steps] of Object.entries(groups))
		await test.step(group, async () => {
			const answers = await line.send(steps.map(([, typed, , as]) => ({ typed, as })));
			expect(answers).toHaveLength(steps.length);
			const wrong = steps.flatMap(([python, typed, answer], index) =>
				answer.test(answers[index] ?? "") ? [] : [`${python}: ${typed} says "${answers[index]}"`],
			);
			expect.soft(wrong, group).toEqual([]);
			await page.getByRole("button", { name: "Release all" }).click();
			await expect(release).toBeVisible();
			await release.getByRole("button", { name: "Close" }).click();
			await expect(release).toHaveCount(0);
		});
});

import { type ParityGroup, row } from "./parityRow.ts";

/** GPIOs and what runs by itself. */
export const pinParity: readonly ParityGroup[] = [
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
];

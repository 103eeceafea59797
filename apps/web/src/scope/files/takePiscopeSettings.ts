import { type PiscopeSettings, readPiscopeSettings, type Trigger } from "@gpioscope/logic";
import { notifications } from "@mantine/notifications";
import { showError } from "../../actions/showError.ts";
import { styleGpio } from "../../stores/namesStore.ts";
import { channelsStore } from "../lanes/channelsStore.ts";
import { addTrigger, hasRoom } from "../trigger/editTriggers.ts";

/** More is no settings file of piscope. */
const MOST_BYTES = 65_536;

/** Whether a file is by its name piscope's settings, and no capture. */
export function isPiscopeSettings(name: string): boolean {
	return name.toLowerCase().endsWith(".conf");
}

/** Takes triggers and the choice of GPIOs from the settings that piscope keeps in `~/.config/piscope.conf`, and tells what it took. */
export async function takePiscopeSettings(file: File): Promise<void> {
	let settings: PiscopeSettings;
	try {
		settings = readPiscopeSettings(await file.slice(0, MOST_BYTES).text());
	} catch (error) {
		showError(`${file.name} was not taken`, error);
		return;
	}
	const taken = [...takeTriggers(settings), ...takeGpios(settings)];
	notifications.show({
		title: file.name,
		message: [
			taken.length === 0 ? "Nothing in it concerns the scope." : `Took ${taken.join(" and ")}.`,
			...addressHint(settings),
		].join(" "),
		autoClose: 12_000,
	});
}

function takeTriggers({ triggers }: PiscopeSettings): string[] {
	if (triggers.length === 0) return [];
	let count = 0;
	while (count < triggers.length && hasRoom()) {
		addTrigger(triggers[count] as Trigger);
		count++;
	}
	const some = count === 1 ? "a trigger" : `${count} triggers`;
	return [
		count === triggers.length ? `${some} (switched off)` : `${some} of ${triggers.length} (no room for more)`,
	];
}

function takeGpios({ gpios }: PiscopeSettings): string[] {
	const { areGpios, channels } = channelsStore.getState();
	if (gpios === undefined || !areGpios) return [];
	for (const { channel } of channels) styleGpio(channel, { hidden: !gpios.includes(channel) });
	return [`the choice of ${gpios.length} GPIOs (the others are hidden)`];
}

function addressHint({ address }: PiscopeSettings): string[] {
	if (address === undefined) return [];
	const { host, port } = address;
	return [`Its Pi is ${host}:${port}: start gpioscope with --pi ${host}:${port} to see it.`];
}

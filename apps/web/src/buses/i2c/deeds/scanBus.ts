import { guessDevice, probeOf, type ScanMethod, scanAddresses } from "@gpioscope/logic";
import type { I2cLink } from "../link/I2cLink.ts";
import { linkOf } from "../link/linkOf.ts";
import { isNotAcknowledged } from "../link/refusals.ts";
import { busKey, busWords, deviceKey, type I2cBus } from "../model/i2cBus.ts";
import { i2cStore, type Scan, setOfDevice } from "../state/i2cStore.ts";
import { perform } from "./perform.ts";

/** While this is open the scan under way is to end. */
let stopped = false;

/** Ends the scan that is under way after the address it is at. */
export function stopScan(): void {
	stopped = true;
}

/** Asks every address of a bus whether somebody is there, then those who are for what tells their kind. */
export function scanBus(bus: I2cBus, method: ScanMethod): Promise<boolean> {
	stopped = false;
	return perform({ text: `scan ${busWords(bus)}` }, async (send) => {
		const link = linkOf(bus, send);
		const at = Date.now();
		const found: number[] = [];
		const busy: number[] = [];
		for (const [index, address] of scanAddresses.entries()) {
			if (stopped) break;
			const presence = await link.probe(address, probeOf(address, method));
			if (presence === "found") found.push(address);
			if (presence === "busy") busy.push(address);
			noteScan(bus, { found: [...found], busy: [...busy], asked: index + 1, at });
		}
		await guessAll(bus, link, found);
		selectFirst(bus, found);
		return stopped ? `stopped, ${found.length} found` : `${found.length} found`;
	});
}

function noteScan(bus: I2cBus, scan: Scan): void {
	i2cStore.setState(({ scans }) => ({ scans: { ...scans, [busKey(bus)]: scan } }));
}

async function guessAll(bus: I2cBus, link: I2cLink, found: readonly number[]): Promise<void> {
	for (const address of found) {
		if (stopped) return;
		const guess = await guessDevice(address, found, async (register, count) => {
			try {
				return await link.readRegisters(address, register, count);
			} catch (error) {
				if (isNotAcknowledged(error)) return undefined;
				throw error;
			}
		});
		setOfDevice("guesses", deviceKey(bus, address), guess);
	}
}

function selectFirst(bus: I2cBus, found: readonly number[]): void {
	const key = busKey(bus);
	const { selected } = i2cStore.getState();
	const [first] = found;
	if (selected[key] === undefined && first !== undefined)
		i2cStore.setState({ selected: { ...selected, [key]: first } });
}

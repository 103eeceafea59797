import { hexText } from "@gpioscope/logic";
import { busKey, busWords, deviceKey, type I2cBus } from "../model/i2cBus.ts";
import { i2cStore, selectAddress, setOfDevice } from "../state/i2cStore.ts";
import { perform } from "./perform.ts";

/** Opens a device of a controller; its handle belongs to this page until it closes it or leaves. */
export function openDevice(bus: number, address: number): Promise<boolean> {
	const line: I2cBus = { kind: "controller", number: bus };
	selectAddress(line, address);
	return perform({ text: `open ${hexText(address)} on bus ${bus}` }, async (send) => {
		const handle = await send("openI2c", { bus, address, flags: 0 });
		setOfDevice("handles", deviceKey(line, address), { handle, at: Date.now() });
		return `handle ${handle}`;
	});
}

/** Closes a device that this page opened. */
export function closeDevice(bus: number, address: number): Promise<boolean> {
	const key = deviceKey({ kind: "controller", number: bus }, address);
	const open = i2cStore.getState().handles[key];
	if (open === undefined) return Promise.resolve(false);
	return perform({ text: `close ${hexText(address)}` }, async (send) => {
		await send("closeI2c", { handle: open.handle });
		setOfDevice("handles", key, undefined);
		return "closed";
	});
}

type BitBangBus = Extract<I2cBus, { kind: "bitBang" }>;

/** Takes two GPIOs for I²C; they stay taken until they are given back or the page leaves. */
export function takeLines(bus: BitBangBus): Promise<boolean> {
	const { sda, scl, baud } = bus;
	return perform({ text: `take ${busWords(bus)}` }, async (send) => {
		await send("openBitBangI2c", { sda, scl, baud });
		i2cStore.setState(({ ports }) => ({ ports: { ...ports, [busKey(bus)]: { sda, baud } } }));
		return "open";
	});
}

/** Gives the GPIOs of a bit-banged bus back. */
export function giveLinesBack(bus: BitBangBus): Promise<boolean> {
	return perform({ text: `give ${busWords(bus)} back` }, async (send) => {
		await send("closeBitBangI2c", { sda: bus.sda });
		i2cStore.setState(({ ports: { [busKey(bus)]: _closed, ...ports } }) => ({ ports }));
		return "closed";
	});
}

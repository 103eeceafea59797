import { deviceKinds, kindsAt, unknownDevice } from "@gpioscope/logic";
import { ActionIcon, Menu } from "@mantine/core";
import { Copy, Ellipsis, X } from "lucide-react";
import { showError } from "../../../actions/showError.ts";
import { usePhone } from "../../../theme/phone.ts";
import { copyText } from "../../../widgets/copyText.ts";
import { closeDevice, giveLinesBack } from "../deeds/openDevice.ts";
import { busKey, deviceKey, type I2cBus } from "../model/i2cBus.ts";
import { registerListText } from "../model/registerListText.ts";
import { i2cSettings } from "../state/i2cSettings.ts";
import { chooseKind, kindAt } from "../state/i2cStore.ts";
import { useCanUse } from "../state/useCanUse.ts";
import { useI2c, useI2cSettings } from "../state/useI2c.ts";

interface Props {
	readonly bus: I2cBus;
	readonly address: number;
}

/** What else can be done with a device: what it is taken for, and letting go of it. */
export function DeviceMenu({ bus, address }: Props) {
	const key = deviceKey(bus, address);
	const kind = useI2c((state) => kindAt(state, bus, address));
	const reading = useI2c((state) => state.readings[key]);
	const isOpen = useI2c((state) => state.handles[key] !== undefined);
	const isPortOpen = useI2c((state) => state.ports[busKey(bus)] !== undefined);
	const readsBlocks = useI2cSettings((state) => state.readsBlocks);
	const canUse = useCanUse();
	const isPhone = usePhone();
	const here = kindsAt(address);
	const kinds = [unknownDevice, ...(here.length > 0 ? here : deviceKinds)];
	const copy = (): void => {
		if (reading === undefined) return;
		copyText(registerListText(kind, reading)).catch((error: unknown) => showError("Copy", error));
	};
	return (
		<Menu position="bottom-end" width={260}>
			<Menu.Target>
				<ActionIcon size={isPhone ? "lg" : "xs"} aria-label="More about this device">
					<Ellipsis size={14} />
				</ActionIcon>
			</Menu.Target>
			<Menu.Dropdown mah={420} style={{ overflowY: "auto" }}>
				<Menu.Item leftSection={<Copy size={14} />} disabled={reading === undefined} onClick={copy}>
					Copy the table
				</Menu.Item>
				{bus.kind === "controller" ? (
					<Menu.Item
						leftSection={<X size={14} />}
						disabled={!isOpen || !canUse}
						onClick={() => void closeDevice(bus.number, address)}
					>
						Close its handle
					</Menu.Item>
				) : (
					<Menu.Item
						leftSection={<X size={14} />}
						disabled={!isPortOpen || !canUse}
						onClick={() => void giveLinesBack(bus)}
					>
						Give GPIO {bus.sda} and {bus.scl} back
					</Menu.Item>
				)}
				{kind.access === "registers" && kind.registers.length === 0 && (
					<Menu.CheckboxItem
						closeMenuOnClick
						checked={readsBlocks}
						onChange={(checked) => i2cSettings.setState({ readsBlocks: checked })}
					>
						Read in blocks of 32
					</Menu.CheckboxItem>
				)}
				<Menu.Label>Take it for</Menu.Label>
				<Menu.RadioGroup value={kind.id} onChange={(id) => chooseKind(bus, address, id)}>
					{kinds.map(({ id, name, what }) => (
						<Menu.RadioItem key={id} value={id} closeMenuOnClick>
							{name} {what}
						</Menu.RadioItem>
					))}
				</Menu.RadioGroup>
			</Menu.Dropdown>
		</Menu>
	);
}

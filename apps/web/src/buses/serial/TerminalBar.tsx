import { Button, Menu } from "@mantine/core";
import { ChevronDown, Eraser, FileDown, Square } from "lucide-react";
import { useStore } from "zustand";
import { usePhone } from "../../theme/phone.ts";
import { byteText } from "../../widgets/byteText.ts";
import { IconButton } from "../../widgets/IconButton.tsx";
import { Segments } from "../../widgets/Segments.tsx";
import { lineLog } from "./lineLog.ts";
import styles from "./Serial.module.css";
import { clearTerminal, serialActivity } from "./serialActivity.ts";
import { serialSettings } from "./serialSettings.ts";

const VIEWS = [
	{ value: "text", label: "Text" },
	{ value: "hex", label: "Hex" },
] as const;

/** How the terminal shows what went over the line, how much it was, and its log. */
export function TerminalBar() {
	const { view, showsControls, showsTimes } = useStore(serialSettings);
	const received = useStore(serialActivity, (state) => state.received);
	const sent = useStore(serialActivity, (state) => state.sent);
	const faults = useStore(serialActivity, (state) => state.faults);
	const phone = usePhone();
	return (
		<div className={styles["bar"]}>
			<Segments
				label="Show as"
				segments={VIEWS}
				value={view}
				size={phone ? "touch" : "bar"}
				className={styles["view"]}
				onPick={(picked) => serialSettings.setState({ view: picked })}
			/>
			<Menu closeOnItemClick={false}>
				<Menu.Target>
					<Button variant="subtle" size={phone ? "lg" : "xs"} rightSection={<ChevronDown size={14} />}>
						Show
					</Button>
				</Menu.Target>
				<Menu.Dropdown>
					<Menu.CheckboxItem
						checked={showsTimes}
						onChange={(checked) => serialSettings.setState({ showsTimes: checked })}
					>
						Times
					</Menu.CheckboxItem>
					<Menu.CheckboxItem
						checked={showsControls}
						onChange={(checked) => serialSettings.setState({ showsControls: checked })}
					>
						Line ends and control characters
					</Menu.CheckboxItem>
				</Menu.Dropdown>
			</Menu>
			<span className={styles["counts"]}>
				{received} received, {sent} sent
				{faults > 0 && <span className={styles["faults"]}>, {faults} with wrong parity</span>}
			</span>
			<LogControl />
			<IconButton
				icon={Eraser}
				label="Clear the terminal"
				size={phone ? "lg" : "xs"}
				onClick={clearTerminal}
			/>
		</div>
	);
}

function LogControl() {
	const { kind, size } = useStore(lineLog.store);
	const phone = usePhone();
	const buttonSize = phone ? "lg" : "xs";
	if (kind !== undefined)
		return (
			<Button size={buttonSize} leftSection={<Square size={14} />} onClick={() => lineLog.stop()}>
				Save log, {byteText(size)}
			</Button>
		);
	return (
		<Menu>
			<Menu.Target>
				<Button variant="subtle" size={buttonSize} leftSection={<FileDown size={14} />}>
					{phone ? "Log" : "Log to a file"}
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item onClick={() => lineLog.start("received")}>What is received, as it comes</Menu.Item>
				<Menu.Item onClick={() => lineLog.start("both")}>Both directions, with times</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}

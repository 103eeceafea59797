import { SegmentedControl, Switch, useMantineColorScheme } from "@mantine/core";
import { useStore } from "zustand";
import { targetLine } from "../frame/targetText.ts";
import {
	captureLimit,
	LEAST_CHANGES,
	limitMemory,
	limitText,
	MOST_CHANGES,
	parseLimit,
} from "../stores/captureLimit.ts";
import { useConnection } from "../stores/connectionStore.ts";
import { useUi } from "../stores/hooks.ts";
import { uiStore } from "../stores/uiStore.ts";
import { KeyValues } from "../widgets/KeyValues.tsx";
import { NumberField } from "../widgets/NumberField.tsx";
import { Section } from "../widgets/Section.tsx";
import { FilesSection } from "./FilesSection.tsx";
import styles from "./SettingsPage.module.css";
import { ShortcutsSection } from "./ShortcutsSection.tsx";

/** Display, keys and mouse, connection, safety, and what this is. */
export function SettingsPage() {
	return (
		<div className={styles["page"]}>
			<div className={styles["column"]}>
				<Display />
				<KeysAndMouse />
				<ShortcutsSection />
				<CaptureMemory />
				<FilesSection />
				<Connection />
				<Section title="Safety">
					<p className={styles["text"]}>
						Looking is free, acting is armed. While the switch in the header says <em>View only</em> nothing
						here changes a pin. It goes back to view only after an hour without an action.{" "}
						<em>Release all</em> always works.
					</p>
					<p className={styles["text"]}>
						GPIOs take 3.3 V at most and drive about 16 mA each. 5 V on a GPIO damages the Raspberry Pi.
					</p>
				</Section>
				<About />
			</div>
		</div>
	);
}

function Display() {
	const { colorScheme, setColorScheme } = useMantineColorScheme();
	const tracePattern = useUi((state) => state.tracePattern);
	return (
		<Section title="Display">
			<div className={styles["row"]}>
				<span>Colours</span>
				<SegmentedControl
					value={colorScheme}
					onChange={(value) => setColorScheme(value as typeof colorScheme)}
					data={[
						{ value: "auto", label: "System" },
						{ value: "light", label: "Light" },
						{ value: "dark", label: "Dark" },
					]}
				/>
			</div>
			<div className={styles["row"]}>
				<span>Traces thin and thick in turns</span>
				<Switch
					aria-label="Traces thin and thick in turns"
					checked={tracePattern}
					onChange={(event) => uiStore.setState({ tracePattern: event.currentTarget.checked })}
				/>
			</div>
		</Section>
	);
}

function KeysAndMouse() {
	const [singleKeys, wheelScrolls] = useUi((state) => [state.singleKeys, state.wheelScrolls]);
	return (
		<Section title="Keys and mouse">
			<div className={styles["row"]}>
				<span>Single keys act (G, F, Space and so on)</span>
				<Switch
					aria-label="Single keys act"
					checked={singleKeys}
					onChange={(event) => uiStore.setState({ singleKeys: event.currentTarget.checked })}
				/>
			</div>
			<div className={styles["row"]}>
				<span>Wheel scrolls, Ctrl wheel zooms</span>
				<Switch
					aria-label="Wheel scrolls, Ctrl wheel zooms"
					checked={wheelScrolls}
					onChange={(event) => uiStore.setState({ wheelScrolls: event.currentTarget.checked })}
				/>
			</div>
		</Section>
	);
}

function CaptureMemory() {
	const changes = useStore(captureLimit, (state) => state.changes);
	return (
		<Section title="Capture">
			<div className={styles["row"]}>
				<span>Changes kept in this page ({limitMemory(changes)})</span>
				<NumberField
					label="Changes kept"
					value={changes}
					min={LEAST_CHANGES}
					max={MOST_CHANGES}
					step={1_000_000}
					width={120}
					parse={parseLimit}
					format={limitText}
					range="1 M to 100 M changes, or 9 MB to 820 MB"
					onChange={(next) => captureLimit.setState({ changes: next })}
				/>
			</div>
			<p className={styles["text"]}>
				Beyond this the oldest are dropped, about a million at a time. While the view is paused, what was
				there stays, and as many newer ones are kept beside it.
			</p>
		</Section>
	);
}

function Connection() {
	const target = useConnection((state) => state.target);
	const [sessionId, role, capabilities, viewers] = useConnection((state) => [
		state.sessionId,
		state.role,
		state.capabilities,
		state.viewers,
	]);
	return (
		<Section title="Connection">
			<KeyValues
				rows={[
					["Target", target?.name],
					["Board", targetLine(target)],
					["This session", sessionId],
					["Role", role],
					["Shell, custom and file commands", capabilities.length === 0 ? "off" : capabilities.join(", ")],
					["Pages open", viewers],
				]}
			/>
		</Section>
	);
}

function About() {
	const version = useConnection((state) => state.version);
	return (
		<Section title="About">
			<KeyValues
				rows={[
					["gpioscope", version],
					["Licence", "MIT"],
				]}
			/>
			<p className={styles["text"]}>
				Shows and drives the GPIOs of a Raspberry Pi through pigpiod, the daemon of the pigpio library.
				Nothing that is captured leaves this browser and its bridge.
			</p>
		</Section>
	);
}

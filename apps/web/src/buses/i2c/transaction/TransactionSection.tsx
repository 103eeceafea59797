import { hexText, restartsIn, unknownDevice } from "@gpioscope/logic";
import { Button, Menu, Switch } from "@mantine/core";
import { ChevronDown, Play, Plus } from "lucide-react";
import { usePhone } from "../../../theme/phone.ts";
import { Section } from "../../../widgets/Section.tsx";
import { runSteps } from "../deeds/runSteps.ts";
import { examplesFor } from "../model/examples.ts";
import { deviceKey, playerOf } from "../model/i2cBus.ts";
import { draft, draftsOf, readDrafts } from "../model/stepDrafts.ts";
import { changeDrafts, kindAt } from "../state/i2cStore.ts";
import { useCanUse } from "../state/useCanUse.ts";
import { useEverySecond } from "../state/useEverySecond.ts";
import { useAddress, useBus, useI2c } from "../state/useI2c.ts";
import { StepRow } from "./StepRow.tsx";
import { stepFacts } from "./stepFacts.ts";
import styles from "./Transaction.module.css";

/** A transaction as steps, which are sent as one (i2c zip). */
export function TransactionSection() {
	const bus = useBus();
	const address = useAddress();
	const drafts = useI2c((state) => state.drafts);
	const canUse = useCanUse();
	const isPhone = usePhone();
	const reading = readDrafts(drafts, playerOf(bus));
	const canRepeat = address !== undefined && reading.ok;
	const repeat = useEverySecond(canRepeat ? deviceKey(bus, address) : undefined, async () => {
		if (canRepeat) await runSteps(bus, address, reading.steps, true);
	});
	const restarts = reading.ok ? restartsIn(reading.steps) : new Set<number>();
	const size = isPhone ? "lg" : "xs";
	return (
		<Section
			title={`Transaction${address === undefined ? "" : ` with ${hexText(address)}`}`}
			aside={<ExamplesMenu />}
		>
			<ol className={styles["steps"]}>
				{drafts.map((each, index) => (
					<StepRow
						key={each.id}
						draft={each}
						isFirst={index === 0}
						isRestart={restarts.has(index)}
						problem={!reading.ok && reading.step === index ? reading.problem : undefined}
					/>
				))}
			</ol>
			{!reading.ok && drafts.length === 0 && <p className={styles["problem"]}>{reading.problem}</p>}
			<div className={styles["foot"]}>
				<AddStepMenu size={size} />
				<span className={styles["grow"]} />
				<Switch
					label="Repeat every 1 s"
					checked={repeat.isOn}
					disabled={!repeat.canBe}
					onChange={(event) => repeat.set(event.currentTarget.checked)}
				/>
				<Button
					size={size}
					variant="filled"
					leftSection={<Play size={12} />}
					disabled={!canUse || repeat.isOn || address === undefined || !reading.ok}
					onClick={() => {
						if (reading.ok && address !== undefined) void runSteps(bus, address, reading.steps);
					}}
				>
					Run
				</Button>
			</div>
		</Section>
	);
}

function AddStepMenu({ size }: { readonly size: "xs" | "lg" }) {
	return (
		<Menu width={180}>
			<Menu.Target>
				<Button size={size} leftSection={<Plus size={12} />}>
					Step
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				{stepFacts.map(({ kind, label, icon: Icon, start }) => (
					<Menu.Item
						key={kind}
						leftSection={<Icon size={14} />}
						onClick={() => changeDrafts((drafts) => [...drafts, draft(kind, start)])}
					>
						{label}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}

function ExamplesMenu() {
	const bus = useBus();
	const address = useAddress();
	const kind = useI2c((state) => (address === undefined ? unknownDevice : kindAt(state, bus, address)));
	const isPhone = usePhone();
	return (
		<Menu position="bottom-end" width={260}>
			<Menu.Target>
				<Button size={isPhone ? "lg" : "xs"} variant="subtle" rightSection={<ChevronDown size={12} />}>
					Examples
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				{examplesFor(kind).map(({ label, steps }) => (
					<Menu.Item key={label} onClick={() => changeDrafts(() => draftsOf(steps))}>
						{label}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}

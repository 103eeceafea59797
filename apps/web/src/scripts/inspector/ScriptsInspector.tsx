import { SCRIPT_PARAMS } from "@gpioscope/protocol";
import { useState } from "react";
import { useStore } from "zustand";
import { ActBand } from "../../panels/act/ActBand.tsx";
import { SameInCode } from "../../panels/code/SameInCode.tsx";
import { usePhone } from "../../theme/phone.ts";
import { Chip } from "../../widgets/Chip.tsx";
import { KeyValues } from "../../widgets/KeyValues.tsx";
import { Section } from "../../widgets/Section.tsx";
import { type ShownScript, useShownScript } from "../check/shownScript.ts";
import { changeDocument } from "../library/libraryStore.ts";
import { scriptsViewStore } from "../scriptsViewStore.ts";
import { StateDot } from "../stored/StateDot.tsx";
import { useScriptOwner } from "../stored/scriptOwner.ts";
import { isAtWork, stateWords } from "../stored/stateWords.ts";
import { type StoredScript, useStored } from "../stored/storedStore.ts";
import { DocumentButtons } from "./DocumentButtons.tsx";
import { ForeignButtons } from "./ForeignButtons.tsx";
import styles from "./Inspector.module.css";
import { ParamRows } from "./ParamRows.tsx";
import { SendParams } from "./SendParams.tsx";
import { documentCalls, storedCalls } from "./scriptCalls.ts";

const ALL: readonly number[] = Array.from({ length: SCRIPT_PARAMS }, (_, index) => index);

/** What a script is run with, what it is doing and how its parameters stand. */
export function ScriptsInspector() {
	const foreign = useStore(scriptsViewStore, (state) => state.foreign);
	const script = useStored((state) => (foreign === undefined ? undefined : state.scripts.get(foreign)));
	return (
		<div className={styles["inspector"]}>
			<ActBand to="run scripts" />
			{foreign === undefined ? <OfDocument /> : <OfForeign key={foreign} id={foreign} script={script} />}
		</div>
	);
}

function OfDocument() {
	const shown = useShownScript();
	const { document, stored, isChanged } = shown;
	const isPhone = usePhone();
	return (
		<>
			<Section title={document.name}>
				<State script={stored} isChanged={isChanged} />
				{isPhone && (
					<div className={styles["buttons"]}>
						<DocumentButtons isLarge />
					</div>
				)}
			</Section>
			<DocumentParams shown={shown} />
			<SameInCode
				calls={documentCalls(shown)}
				empty={
					shown.checked.hasErrors ? "First correct what is marked in the text." : "Nothing to store yet."
				}
			/>
			<Section title="Script">
				<KeyValues
					rows={[
						["Number in pigpiod", stored?.id],
						["Steps", shown.checked.steps],
						["Tags", shown.checked.tags.length],
					]}
				/>
				<p className={styles["hint"]}>
					Variables v0 to v149 cannot be read from outside. What is to be seen here goes into a parameter:{" "}
					<code className="mono">lda v0 sta p9</code>
				</p>
			</Section>
		</>
	);
}

function DocumentParams({ shown: { document, checked, notes, stored } }: { readonly shown: ShownScript }) {
	const [hasAll, setAll] = useState(false);
	const used = ALL.filter(
		(index) => checked.params.includes(index) || notes.some((note) => note.index === index),
	);
	const rows = (hasAll ? ALL : used).map((index) => ({
		index,
		text: notes.find((note) => note.index === index)?.text ?? "",
		typed: document.values[index] ?? "",
		value: stored?.params[index],
	}));
	const type = (index: number, typed: string): void =>
		changeDocument(document.id, {
			values: ALL.map((each) => (each === index ? typed : (document.values[each] ?? ""))),
		});
	return (
		<Section
			title="Parameters"
			aside={
				<button type="button" className={styles["all"]} aria-pressed={hasAll} onClick={() => setAll(!hasAll)}>
					{hasAll ? "Only those in use" : "All ten"}
				</button>
			}
		>
			{rows.length === 0 ? (
				<p className={styles["hint"]}>This script has none: p0 to p9 in its text are numbers given here.</p>
			) : (
				<ParamRows rows={rows} onType={type} />
			)}
			{stored !== undefined && isAtWork(stored.state) && (
				<SendParams id={stored.id} values={document.values} />
			)}
		</Section>
	);
}

interface ForeignProps {
	readonly id: number;
	/** Undefined once it is gone. */
	readonly script: StoredScript | undefined;
}

function OfForeign({ id, script }: ForeignProps) {
	const [values, setValues] = useState<readonly string[]>(ALL.map(() => ""));
	const owner = useScriptOwner(id);
	const isOthers = owner?.isOwn === false;
	return (
		<>
			<Section title={`Script ${id}`}>
				<State script={script} />
				<KeyValues rows={[["Stored by", owner?.name ?? "an unknown program"]]} />
				{script !== undefined && <ForeignButtons script={script} values={values} isOthers={isOthers} />}
			</Section>
			<Section title="Parameters">
				{isOthers ? (
					<KeyValues rows={ALL.map((index) => [`p${index}`, script?.params[index]])} />
				) : (
					<ParamRows
						rows={ALL.map((index) => ({
							index,
							text: "",
							typed: values[index] ?? "",
							value: script?.params[index],
						}))}
						onType={(index, typed) =>
							setValues(values.map((each, position) => (position === index ? typed : each)))
						}
					/>
				)}
				{script !== undefined && isAtWork(script.state) && !isOthers && (
					<SendParams id={id} values={values} />
				)}
			</Section>
			{script !== undefined && !isOthers && <SameInCode calls={storedCalls(script, values)} />}
		</>
	);
}

interface StateProps {
	readonly script: StoredScript | undefined;
	/** Its text is another one by now. */
	readonly isChanged?: boolean;
}

function State({ script, isChanged = false }: StateProps) {
	return (
		<>
			<p className={styles["state"]} role="status">
				<StateDot state={script?.state} />
				{script === undefined ? "Not in pigpiod" : `Script ${script.id}, ${stateWords[script.state]}`}
				{isChanged && <Chip tone="attention">Changed since</Chip>}
			</p>
			{script?.state === "deleting" && (
				<p className={styles["hint"]}>
					The step that it is at ends first, such as a delay of a minute at most.
				</p>
			)}
		</>
	);
}

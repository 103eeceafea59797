import { formats } from "@gpioscope/logic";
import { Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { files, shownEntry } from "../../bridge/index.ts";
import { connectionStore } from "../../stores/connectionStore.ts";
import { usePhone } from "../../theme/phone.ts";
import { byteText } from "../../widgets/byteText.ts";
import { channelOrder } from "../lanes/channelsStore.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { pictures } from "../picture/pictures.ts";
import { ChannelChoice } from "./ChannelChoice.tsx";
import { ChoiceRow } from "./ChoiceRow.tsx";
import styles from "./ExportDialog.module.css";
import { type ExportChoice, exportFile, exportPicture, orderOf } from "./exportFile.ts";
import { type ExportRange, exportRanges, wholeCapture } from "./exportRange.ts";
import { FormatList } from "./FormatList.tsx";
import { baseName, fileName, withExtension } from "./fileName.ts";
import { filesStore } from "./filesStore.ts";

/** What can be written, in the order of the tables. */
const kinds = [...formats.filter((format) => format.write !== undefined), ...pictures];
const EXTENSIONS = kinds.flatMap(({ extensions }) => extensions);

/** Asks what of the shown capture to write, how and where to. */
export function ExportDialog() {
	const isOpen = useStore(filesStore, (state) => state.isExportOpen);
	const isPhone = usePhone();
	const close = (): void => filesStore.setState({ isExportOpen: false });
	return (
		<Modal
			opened={isOpen}
			onClose={close}
			title="Export"
			size={560}
			fullScreen={isPhone}
			closeButtonProps={{ "aria-label": "Close" }}
		>
			<ExportForm onDone={close} isTouch={isPhone} />
		</Modal>
	);
}

function ExportForm({ onDone, isTouch }: { readonly onDone: () => void; readonly isTouch: boolean }) {
	// As they were when the dialog opened: a live view would run away from under it.
	const [ranges] = useState(exportRanges);
	const [shownChannels] = useState(() => laneStore.getState().lanes.map(({ channel }) => channel));
	const [base, setBase] = useState(() =>
		baseName(shownEntry().source, connectionStore.getState().target?.name ?? "gpioscope", new Date()),
	);
	const formatId = useStore(filesStore, (state) => state.exportFormat);
	const [rangeId, setRangeId] = useState<ExportRange["id"]>(() =>
		ranges.some(({ id, isThere }) => id === "marked" && isThere) ? "marked" : "all",
	);
	const [channels, setChannels] = useState<readonly number[]>(
		shownChannels.length > 0 ? shownChannels : channelOrder(),
	);
	const kind = kinds.find(({ id }) => id === formatId) ?? kinds[0];
	const range = ranges.find(({ id }) => id === rangeId)?.range;
	const choice = useMemo(
		() => (kind === undefined || "draw" in kind ? undefined : { format: kind, range, channels }),
		[kind, range, channels],
	);
	if (kind === undefined) return null;
	const [extension = ""] = kind.extensions;

	const submit = (event: FormEvent): void => {
		event.preventDefault();
		const name = withExtension(fileName(base) || "capture", extension, EXTENSIONS);
		if (choice !== undefined) void exportFile(name, choice);
		else if ("draw" in kind) void exportPicture(name, kind, range ?? wholeCapture());
		onDone();
	};
	return (
		<form className={styles["form"]} data-touch={isTouch || undefined} onSubmit={submit}>
			<FormatList
				formats={kinds}
				chosen={kind}
				onChoose={(id) => filesStore.setState({ exportFormat: id })}
			/>
			<ChoiceRow
				label="Range"
				choices={ranges.map(({ id, label, length, isThere }) => ({
					id,
					label,
					detail: length,
					isDisabled: !isThere,
				}))}
				chosen={rangeId}
				onChoose={setRangeId}
			/>
			{choice !== undefined && (
				<ChannelChoice shown={shownChannels} chosen={channels} onChoose={setChannels} />
			)}
			<div className={styles["row"]}>
				<span className={styles["label"]}>File name</span>
				<TextInput
					aria-label="File name"
					className={styles["name"] ?? ""}
					value={base}
					size={isTouch ? "lg" : "sm"}
					onChange={(event) => setBase(event.currentTarget.value)}
				/>
				<span className={styles["extension"]}>.{extension}</span>
			</div>
			<div className={styles["foot"]}>
				{choice === undefined ? <span className={styles["size"]} /> : <Size choice={choice} />}
				<Button size={isTouch ? "lg" : "sm"} onClick={onDone}>
					Cancel
				</Button>
				<Button
					type="submit"
					variant="filled"
					size={isTouch ? "lg" : "sm"}
					disabled={channels.length === 0}
					data-autofocus
				>
					Export
				</Button>
			</div>
		</form>
	);
}

/** About how large the file will be. */
function Size({ choice }: { readonly choice: ExportChoice }) {
	const [bytes, setBytes] = useState<number>();
	useEffect(() => {
		let isCurrent = true;
		setBytes(undefined);
		files.estimate(orderOf(choice)).then(
			(answer) => {
				if (isCurrent) setBytes(answer);
			},
			(error: unknown) => console.error("The size could not be estimated.", error),
		);
		return () => {
			isCurrent = false;
		};
	}, [choice]);
	return <span className={styles["size"]}>{bytes === undefined ? "" : `About ${byteText(bytes)}`}</span>;
}

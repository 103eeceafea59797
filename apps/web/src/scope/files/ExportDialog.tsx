import { type Format, formats } from "@gpioscope/logic";
import { Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import { files, shownEntry } from "../../bridge/index.ts";
import { connectionStore } from "../../stores/connectionStore.ts";
import { usePhone } from "../../theme/phone.ts";
import { channelOrder } from "../lanes/channelsStore.ts";
import { laneStore } from "../lanes/laneStore.ts";
import { byteText } from "./byteText.ts";
import { ChannelChoice } from "./ChannelChoice.tsx";
import { ChoiceRow } from "./ChoiceRow.tsx";
import styles from "./ExportDialog.module.css";
import { type ExportChoice, exportFile, orderOf } from "./exportFile.ts";
import { type ExportRange, exportRanges } from "./exportRange.ts";
import { FormatList } from "./FormatList.tsx";
import { baseName, fileName, withExtension } from "./fileName.ts";
import { filesStore } from "./filesStore.ts";

/** What can be written, in the order of the table. */
const writable = formats.filter((format) => format.write !== undefined);
const EXTENSIONS = formats.flatMap(({ extensions }) => extensions);

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
	const format = writable.find(({ id }) => id === formatId) ?? writable[0];
	const range = ranges.find(({ id }) => id === rangeId)?.range;
	const choice = useMemo(() => format && { format, range, channels }, [format, range, channels]);
	if (choice === undefined) return null;
	const [extension = ""] = choice.format.extensions;

	const submit = (event: FormEvent): void => {
		event.preventDefault();
		const name = withExtension(fileName(base) || "capture", extension, EXTENSIONS);
		void exportFile(name, choice);
		onDone();
	};
	return (
		<form className={styles["form"]} data-touch={isTouch || undefined} onSubmit={submit}>
			<FormatList
				formats={writable}
				chosen={choice.format}
				onChoose={({ id }: Format) => filesStore.setState({ exportFormat: id })}
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
			<ChannelChoice shown={shownChannels} chosen={channels} onChoose={setChannels} />
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
				<Size choice={choice} />
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

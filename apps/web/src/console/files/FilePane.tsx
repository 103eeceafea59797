import { Button, Progress } from "@mantine/core";
import { ArrowLeft, Download, FileText, RotateCw } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { ProblemNote } from "../../panels/act/index.ts";
import { useActBar } from "../../stores/actBar.ts";
import { usePhone } from "../../theme/phone.ts";
import { byteText } from "../../widgets/byteText.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { HexView } from "../../widgets/HexView.tsx";
import { IconButton } from "../../widgets/IconButton.tsx";
import { Segments } from "../../widgets/Segments.tsx";
import { cancelMove, closeFile, download, MOST_BYTES, open, write } from "./fileDeeds.ts";
import { nameOf } from "./filePath.ts";
import { fileRemedy } from "./fileRemedy.ts";
import styles from "./files.module.css";
import { filesStore, type Opened, setDraft } from "./filesStore.ts";
import { textOf } from "./fileText.ts";
import type { ReadFile } from "./fileTransfer.ts";

/** The file that was opened. */
export function FilePane() {
	const opened = useStore(filesStore, (state) => state.opened);
	return (
		<section className={styles["pane"]} aria-label="Opened file">
			{opened.kind === "none" && (
				<EmptyNote icon={FileText}>A file that is opened shows here, as text or as bytes.</EmptyNote>
			)}
			{opened.kind === "moving" && <Moving opened={opened} />}
			{opened.kind === "failed" && <Failed opened={opened} />}
			{opened.kind === "file" && <OpenFile key={opened.file.path} file={opened.file} />}
		</section>
	);
}

function BackButton() {
	return usePhone() ? (
		<IconButton icon={ArrowLeft} label="Back to the list" size="lg" onClick={closeFile} />
	) : null;
}

function Moving({ opened }: { readonly opened: Extract<Opened, { kind: "moving" }> }) {
	const { path, does, done, all } = opened;
	return (
		<>
			<div className={styles["paneBar"]}>
				<BackButton />
				<b className={styles["fileName"]}>{nameOf(path)}</b>
				<span className={styles["fact"]}>
					{does === "read" ? "Reading" : "Writing"} {byteText(done)}
					{all !== undefined && ` of ${byteText(all)}`}
				</span>
				<Button size="xs" onClick={cancelMove}>
					Stop
				</Button>
			</div>
			<Progress
				size={2}
				radius={0}
				value={all === undefined || all === 0 ? 0 : (100 * done) / all}
				aria-label={does === "read" ? "Read so far" : "Written so far"}
			/>
		</>
	);
}

function Failed({ opened }: { readonly opened: Extract<Opened, { kind: "failed" }> }) {
	const { path, does, error } = opened;
	return (
		<>
			<div className={styles["paneBar"]}>
				<BackButton />
				<b className={styles["fileName"]}>{nameOf(path)}</b>
				<span className={styles["fact"]}>{does === "read" ? "not read" : "not, or not wholly, written"}</span>
			</div>
			<ProblemNote
				error={error}
				remedy={fileRemedy(error, path, does)}
				retryLabel={does === "read" ? "Try again" : "Back to the file"}
				onRetry={() => void open(path)}
			/>
		</>
	);
}

type Look = "text" | "hex";

function OpenFile({ file }: { readonly file: ReadFile }) {
	const { path, bytes, size } = file;
	const text = textOf(bytes);
	const [look, setLook] = useState<Look>(text === undefined ? "hex" : "text");
	const draft = useStore(filesStore, (state) => state.drafts[path]);
	const isPhone = usePhone();
	const buttonSize = isPhone ? "lg" : "xs";
	const isWhole = bytes.length === size;
	const bar = useActBar();
	return (
		<>
			<div className={styles["paneBar"]}>
				<BackButton />
				<b className={styles["fileName"]} title={path}>
					{nameOf(path)}
				</b>
				<span className={styles["fact"]}>
					{isWhole ? byteText(size) : `${byteText(bytes.length)} of ${byteText(size)}`}
				</span>
				{text !== undefined && (
					<Segments
						label="Shown as"
						segments={[
							{ value: "text", label: "Text" },
							{ value: "hex", label: "Bytes" },
						]}
						value={look}
						size={isPhone ? "touch" : "bar"}
						className={styles["looks"]}
						onPick={setLook}
					/>
				)}
				<IconButton
					icon={RotateCw}
					label="Read it again"
					size={buttonSize}
					disabled={bar === "disconnected"}
					onClick={() => void open(path)}
				/>
				<IconButton
					icon={Download}
					label="Download"
					size={buttonSize}
					disabled={bar === "disconnected" || size > MOST_BYTES}
					onClick={() => void download(path)}
				/>
			</div>
			{!isWhole && (
				<p className={styles["note"]}>
					The beginning is shown.{" "}
					{size > MOST_BYTES ? (
						`Files over ${byteText(MOST_BYTES)} are not read whole here; copy them by scp.`
					) : (
						<Button size={buttonSize} onClick={() => void open(path, MOST_BYTES)}>
							Read all of it
						</Button>
					)}
				</p>
			)}
			{look === "text" && text !== undefined ? (
				<Text path={path} text={text} draft={draft} isWhole={isWhole} />
			) : (
				<HexView label={`Bytes of ${nameOf(path)}`} bytes={bytes} columns={isPhone ? 8 : 16} />
			)}
		</>
	);
}

interface TextProps {
	readonly path: string;
	readonly text: string;
	readonly draft: string | undefined;
	readonly isWhole: boolean;
}

/** The text of a file, to be changed while the page is armed. */
function Text({ path, text, draft, isWhole }: TextProps) {
	const bar = useActBar();
	const isPhone = usePhone();
	const isChanged = draft !== undefined && draft !== text;
	return (
		<>
			<textarea
				className={`mono ${styles["text"]}`}
				aria-label={`Text of ${nameOf(path)}`}
				spellCheck={false}
				autoCapitalize="off"
				value={draft ?? text}
				readOnly={bar !== undefined || !isWhole}
				onChange={(event) => setDraft(path, event.currentTarget.value)}
			/>
			{isChanged && (
				<div className={styles["foot"]}>
					<span>Changed here, not written yet.</span>
					<Button size={isPhone ? "lg" : "xs"} onClick={() => setDraft(path, undefined)}>
						Drop the changes
					</Button>
					<Button
						size={isPhone ? "lg" : "xs"}
						variant="filled"
						disabled={bar !== undefined}
						onClick={() => void write(path, new TextEncoder().encode(draft), "replace")}
					>
						Write the file
					</Button>
				</div>
			)}
		</>
	);
}

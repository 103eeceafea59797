import { Button, FileInput, TextInput } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useStore } from "zustand";
import { showError } from "../../actions/showError.ts";
import { usePhone } from "../../theme/phone.ts";
import { byteText } from "../../widgets/byteText.ts";
import { Segments } from "../../widgets/Segments.tsx";
import { FormPopover } from "./FormPopover.tsx";
import { MOST_BYTES, write } from "./fileDeeds.ts";
import { fileProblem, folderOf, nameOf } from "./filePath.ts";
import styles from "./files.module.css";
import { filesStore } from "./filesStore.ts";

const ways = [
	{ value: "replace", label: "Replace" },
	{ value: "append", label: "Add at the end" },
] as const;

/** Sends a file of this computer to the Pi. */
export function UploadPopover({ icon }: { readonly icon: LucideIcon }) {
	return (
		<FormPopover
			icon={icon}
			word="Upload"
			label="Upload a file"
			form={(onDone) => <UploadForm onDone={onDone} />}
		/>
	);
}

function UploadForm({ onDone }: { readonly onDone: () => void }) {
	const [folder] = useState(() => folderOf(filesStore.getState().pattern));
	const [file, setFile] = useState<File | null>(null);
	const [path, setPath] = useState(folder);
	const [does, setDoes] = useState<"replace" | "append">("replace");
	const isPhone = usePhone();
	const size = isPhone ? "lg" : "xs";
	const exists = useStore(
		filesStore,
		({ listing }) => listing.kind === "listed" && listing.entries.some((entry) => entry.path === path),
	);
	const tooLarge = file !== null && file.size > MOST_BYTES;
	const problem = file === null ? undefined : fileProblem(path);
	const verb = does === "append" ? "Add to" : exists ? "Replace" : "Write";
	const canSend = file !== null && !tooLarge && problem === undefined;
	const send = async (chosen: File): Promise<void> => {
		try {
			const bytes = new Uint8Array(await chosen.arrayBuffer());
			onDone();
			await write(path, bytes, does);
		} catch (error) {
			// It was moved or changed since it was chosen.
			showError(`${chosen.name} cannot be read`, error);
		}
	};
	const onSubmit = (event: FormEvent): void => {
		event.preventDefault();
		if (canSend) void send(file);
	};
	return (
		<form className={styles["form"]} onSubmit={onSubmit}>
			<FileInput
				label="File of this computer"
				size={size}
				placeholder="Choose a file"
				value={file}
				error={tooLarge ? `At most ${byteText(MOST_BYTES)}; this has ${byteText(file.size)}.` : undefined}
				onChange={(chosen) => {
					setFile(chosen);
					if (chosen !== null) setPath(folder + chosen.name);
				}}
			/>
			<TextInput
				label="Path on the Pi"
				size={size}
				spellCheck={false}
				autoCapitalize="off"
				value={path}
				error={problem}
				onChange={(event) => setPath(event.currentTarget.value)}
			/>
			<Segments
				label="If the file is there"
				segments={ways}
				value={does}
				size={isPhone ? "touch" : "bar"}
				onPick={setDoes}
			/>
			<Button type="submit" size={size} variant="filled" disabled={!canSend}>
				{file === null ? "Send" : `${verb} ${nameOf(path)}`}
			</Button>
		</form>
	);
}

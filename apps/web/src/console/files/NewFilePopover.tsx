import { Button, TextInput } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import { type FormEvent, useState } from "react";
import { usePhone } from "../../theme/phone.ts";
import { FormPopover } from "./FormPopover.tsx";
import { create } from "./fileDeeds.ts";
import { fileProblem, folderOf } from "./filePath.ts";
import styles from "./files.module.css";
import { filesStore } from "./filesStore.ts";

/** Makes an empty file on the Pi and opens it. */
export function NewFilePopover({ icon }: { readonly icon: LucideIcon }) {
	return (
		<FormPopover icon={icon} word="New" label="New file" form={(onDone) => <NewFileForm onDone={onDone} />} />
	);
}

function NewFileForm({ onDone }: { readonly onDone: () => void }) {
	const [path, setPath] = useState(() => folderOf(filesStore.getState().pattern));
	const [isTried, setTried] = useState(false);
	const size = usePhone() ? "lg" : "xs";
	const problem = fileProblem(path);
	const onSubmit = (event: FormEvent): void => {
		event.preventDefault();
		setTried(true);
		if (problem !== undefined) return;
		onDone();
		void create(path);
	};
	return (
		<form className={styles["form"]} onSubmit={onSubmit}>
			<TextInput
				label="Path of the new file"
				size={size}
				spellCheck={false}
				autoCapitalize="off"
				value={path}
				error={isTried ? problem : undefined}
				onChange={(event) => setPath(event.currentTarget.value)}
			/>
			<Button type="submit" size={size} variant="filled">
				Make it
			</Button>
		</form>
	);
}

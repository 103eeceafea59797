import { Dropzone } from "@mantine/dropzone";
import { FileInput } from "lucide-react";
import { useEffect, useState } from "react";
import styles from "./FileDrop.module.css";
import { openFiles } from "./openFile.ts";

/** Files dropped anywhere on the page are opened in the scope. */
export function FileDrop() {
	const [formats, setFormats] = useState("");
	useEffect(() => {
		import("./readableFormats.ts").then(
			({ readableFormats }) => setFormats(readableFormats.join(" · ")),
			(error: unknown) => console.error("The list of formats could not be loaded.", error),
		);
	}, []);
	return (
		<Dropzone.FullScreen
			onDrop={openFiles}
			onReject={(rejected) => openFiles(rejected.map(({ file }) => file))}
			multiple
			activateOnKeyboard={false}
			className={styles["zone"] ?? ""}
		>
			<div className={styles["note"]}>
				<FileInput size={32} strokeWidth={1.5} />
				<strong>Drop to open in the scope</strong>
				<span>{formats}</span>
				<span className={styles["live"]}>The live capture goes on meanwhile.</span>
			</div>
		</Dropzone.FullScreen>
	);
}

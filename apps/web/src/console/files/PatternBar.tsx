import { Autocomplete, Button } from "@mantine/core";
import { ArrowUp, FilePlus, Upload } from "lucide-react";
import type { FormEvent } from "react";
import { useStore } from "zustand";
import { useActBar } from "../../stores/actBar.ts";
import { usePhone } from "../../theme/phone.ts";
import { IconButton } from "../../widgets/IconButton.tsx";
import { list } from "./fileDeeds.ts";
import { folderAbove, pathProblem } from "./filePath.ts";
import styles from "./files.module.css";
import { filesStore } from "./filesStore.ts";
import { NewFilePopover } from "./NewFilePopover.tsx";
import { UploadPopover } from "./UploadPopover.tsx";

/** Which files are asked for, and what makes new ones. */
export function PatternBar() {
	const pattern = useStore(filesStore, (state) => state.pattern);
	const recent = useStore(filesStore, (state) => state.recent);
	const isAsking = useStore(filesStore, (state) => state.listing.kind === "asking");
	const bar = useActBar();
	const isPhone = usePhone();
	const cannotAsk = bar === "disconnected" || bar === "viewer";
	const problem = pathProblem(pattern);
	const above = problem === undefined ? folderAbove(pattern) : undefined;
	const onSubmit = (event: FormEvent): void => {
		event.preventDefault();
		if (!cannotAsk) void list(pattern);
	};
	return (
		<div className={styles["bar"]}>
			<form className={styles["pattern"]} onSubmit={onSubmit}>
				<Autocomplete
					className={styles["grow"] ?? ""}
					size={isPhone ? "lg" : "xs"}
					aria-label="Path or pattern"
					placeholder="/home/pi/*"
					spellCheck={false}
					autoCapitalize="off"
					value={pattern}
					data={[...recent]}
					error={problem}
					onChange={(value) => filesStore.setState({ pattern: value })}
					onOptionSubmit={(value) => {
						if (!cannotAsk) void list(value);
					}}
				/>
				<Button
					type="submit"
					size={isPhone ? "lg" : "xs"}
					loading={isAsking}
					disabled={cannotAsk || problem !== undefined}
				>
					List
				</Button>
			</form>
			<div className={styles["makers"]}>
				<IconButton
					icon={ArrowUp}
					label={above === undefined ? "Nothing higher up can be listed" : `List ${above}*`}
					size={isPhone ? "lg" : "xs"}
					disabled={cannotAsk || above === undefined}
					onClick={() => void list(`${above}*`)}
				/>
				<span className={styles["grow"]} />
				<UploadPopover icon={Upload} />
				<NewFilePopover icon={FilePlus} />
			</div>
		</div>
	);
}

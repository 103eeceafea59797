import { TextInput } from "@mantine/core";
import { useId } from "react";
import { useStore } from "zustand";
import { LONGEST_OWNER_NAME, ownerStore } from "../../../stores/ownerStore.ts";
import styles from "../trigger.module.css";

/** What others see beside triggers of this browser. */
export function OwnerName() {
	const name = useStore(ownerStore, (state) => state.name);
	const id = useId();
	return (
		<div className={styles["ownName"]}>
			<label htmlFor={id}>Others see them as yours by the name</label>
			<TextInput
				id={id}
				size="xs"
				placeholder={`browser ${ownerStore.getState().id.slice(0, 4)}`}
				maxLength={LONGEST_OWNER_NAME}
				defaultValue={name}
				onBlur={(event) => rename(event.currentTarget.value)}
				onKeyDown={(event) => {
					if (event.key === "Enter") rename(event.currentTarget.value);
				}}
			/>
		</div>
	);
}

function rename(text: string): void {
	const name = text.trim();
	if (name !== ownerStore.getState().name) ownerStore.setState({ name });
}

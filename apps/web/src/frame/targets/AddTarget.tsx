import {
	LONGEST_TARGET_NAME,
	PIGPIOD_PORT,
	parseTargetAddress,
	targetNameProblem,
} from "@gpioscope/protocol";
import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { errorText } from "../../actions/errorWords.ts";
import { bridge } from "../../bridge/index.ts";
import { turnToTarget } from "./startTargetPages.ts";
import styles from "./TargetMenu.module.css";
import { useControlSize } from "./useControlSize.ts";

/** What the form begins with. */
export interface Proposal {
	readonly address: string;
	readonly name: string;
}

interface Props {
	readonly proposal: Proposal;
	readonly onAdded: () => void;
	readonly onClose: () => void;
}

/** Where another Pi is and what to call it; then the page turns to that. */
export function AddTarget({ proposal, onAdded, onClose }: Props) {
	const [address, setAddress] = useState(proposal.address);
	const [name, setName] = useState(proposal.name);
	const [wasTried, setTried] = useState(false);
	const size = useControlSize();
	const [isBusy, setBusy] = useState(false);
	const [refusal, setRefusal] = useState<string>();
	const read = parseTargetAddress(address.trim());
	const isNamed = name.trim() !== "";
	const nameProblem = isNamed ? targetNameProblem(name) : undefined;
	const addressProblem = "problem" in read ? read.problem : undefined;
	const submit = async (event: FormEvent): Promise<void> => {
		event.preventDefault();
		setTried(true);
		setRefusal(undefined);
		if ("problem" in read || nameProblem !== undefined) return;
		setBusy(true);
		try {
			const { id } = await bridge.addTarget(read, isNamed ? name : undefined);
			onAdded();
			turnToTarget(id);
		} catch (error) {
			setRefusal(errorText(error));
			setBusy(false);
		}
	};
	return (
		<form className={styles["form"]} aria-label="Add a Pi" onSubmit={(event) => void submit(event)}>
			<TextInput
				size={size}
				label="Address"
				description={`Host or host:port of its pigpiod; port ${PIGPIOD_PORT} when left out`}
				placeholder="bench-pi"
				value={address}
				error={wasTried ? addressProblem : undefined}
				data-autofocus
				autoFocus
				autoCapitalize="off"
				spellCheck={false}
				onChange={({ currentTarget }) => setAddress(currentTarget.value)}
			/>
			<TextInput
				size={size}
				label="Name"
				description={`Up to ${LONGEST_TARGET_NAME} letters; its host when left out`}
				value={name}
				error={nameProblem}
				onChange={({ currentTarget }) => setName(currentTarget.value)}
			/>
			{refusal !== undefined && (
				<p role="alert" className={styles["refusal"]}>
					{refusal}
				</p>
			)}
			<span className={styles["buttons"]}>
				<Button size={size} type="submit" variant="filled" loading={isBusy}>
					Add
				</Button>
				<Button size={size} onClick={onClose}>
					Cancel
				</Button>
			</span>
		</form>
	);
}

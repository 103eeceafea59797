import { Button } from "@mantine/core";
import { useActBar } from "../../stores/actBar.ts";
import { usePhone } from "../../theme/phone.ts";
import { paramsToSend } from "../library/paramValues.ts";
import { updateStored } from "../stored/actOnScripts.ts";
import styles from "./Inspector.module.css";

interface Props {
	readonly id: number;
	/** As they were typed. */
	readonly values: readonly string[];
}

/** Gives a script at work the parameters that were typed. */
export function SendParams({ id, values }: Props) {
	const isPhone = usePhone();
	const bar = useActBar();
	const params = paramsToSend(values, []);
	return (
		<div className={styles["buttons"]}>
			<Button
				size={isPhone ? "lg" : "xs"}
				disabled={bar !== undefined || params === undefined || params.length === 0}
				onClick={() => void updateStored(id, values)}
			>
				Give it these while it runs
			</Button>
		</div>
	);
}

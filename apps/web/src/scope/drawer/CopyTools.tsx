import { Check, type LucideIcon } from "lucide-react";
import { useState } from "react";
import { showError } from "../../actions/showError.ts";
import { copyText } from "../../widgets/copyText.ts";
import { IconButton } from "../../widgets/IconButton.tsx";
import styles from "./drawer.module.css";

/** One form in which a table goes onto the clipboard. */
export interface Copy {
	readonly id: string;
	readonly icon: LucideIcon;
	readonly label: string;
	readonly write: () => string | Promise<string>;
}

/** For how long a button says that it has copied, ms. */
const SAID_MS = 1500;

/** Buttons that copy a table, each in a form of its own. */
export function CopyTools({
	copies,
	disabled = false,
}: {
	readonly copies: readonly Copy[];
	readonly disabled?: boolean;
}) {
	const [copied, setCopied] = useState<string>();
	const copy = async ({ id, write }: Copy): Promise<void> => {
		await copyText(await write());
		setCopied(id);
		setTimeout(() => setCopied(undefined), SAID_MS);
	};
	return (
		<span className={styles["tools"]}>
			{copies.map((form) => (
				<IconButton
					key={form.id}
					icon={copied === form.id ? Check : form.icon}
					size="xs"
					label={copied === form.id ? "Copied" : form.label}
					disabled={disabled}
					onClick={() => {
						copy(form).catch((error: unknown) => showError("The table was not copied", error));
					}}
				/>
			))}
		</span>
	);
}

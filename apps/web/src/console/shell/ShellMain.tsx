import { ActBand } from "../../panels/act/index.ts";
import { AbilityOff } from "../AbilityOff.tsx";
import { useAbility } from "../useAbility.ts";
import { CustomForms } from "./CustomForms.tsx";
import { ProgramForm } from "./ProgramForm.tsx";
import { RunList } from "./RunList.tsx";
import styles from "./shell.module.css";

/** Programs on the Pi and the functions that were built into its pigpiod. */
export function ShellMain() {
	const [hasShell, hasCustom] = [useAbility("shell"), useAbility("custom")];
	if (hasShell === undefined || hasCustom === undefined) return null;
	return (
		<div className={styles["tool"]}>
			{(hasShell || hasCustom) && <ActBand to="run programs and functions" />}
			<div className={styles["columns"]}>
				<div className={styles["forms"]}>
					{hasShell ? (
						<ProgramForm />
					) : (
						<AbilityOff what="Shell commands" ability="shell">
							<p>
								pigpiod runs as root, and so would the programs of{" "}
								<code className="mono">/opt/pigpio/cgi</code> on the Pi that SHELL starts.
							</p>
						</AbilityOff>
					)}
					{hasCustom ? (
						<CustomForms />
					) : (
						<AbilityOff what="Custom functions" ability="custom">
							<p>
								CF1 and CF2 call what somebody built into their own pigpiod; nobody else knows what that does.
							</p>
						</AbilityOff>
					)}
				</div>
				{(hasShell || hasCustom) && <RunList />}
			</div>
		</div>
	);
}

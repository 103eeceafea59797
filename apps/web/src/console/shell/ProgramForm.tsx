import { Button, TextInput } from "@mantine/core";
import { Play } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useActBar } from "../../stores/actBar.ts";
import { usePhone } from "../../theme/phone.ts";
import { Section } from "../../widgets/Section.tsx";
import styles from "./shell.module.css";
import { runProgram } from "./shellDeeds.ts";

/** What is wrong with the name of a program. */
function nameProblem(name: string): string | undefined {
	if (name === "") return "Give the name of a program in /opt/pigpio/cgi.";
	return /^[A-Za-z0-9_-]+$/.test(name) ? undefined : "Letters, digits, - and _ only, without a path.";
}

/** Starts a program of /opt/pigpio/cgi. */
export function ProgramForm() {
	const [name, setName] = useState("");
	const [text, setText] = useState("");
	const [isTried, setTried] = useState(false);
	const isBarred = useActBar() !== undefined;
	const size = usePhone() ? "lg" : "xs";
	const problem = nameProblem(name);
	const onSubmit = (event: FormEvent): void => {
		event.preventDefault();
		setTried(true);
		if (problem === undefined && !isBarred) void runProgram(name, text);
	};
	return (
		<Section title="Program on the Pi">
			<form className={styles["form"]} onSubmit={onSubmit}>
				<TextInput
					label="Name, in /opt/pigpio/cgi"
					size={size}
					spellCheck={false}
					autoCapitalize="off"
					value={name}
					error={isTried || name !== "" ? problem : undefined}
					onChange={(event) => setName(event.currentTarget.value)}
				/>
				<TextInput
					label="Arguments"
					description="A shell on the Pi reads them as they are, as root: quotes, ; and > mean there what they mean in a terminal."
					inputWrapperOrder={["label", "input", "description"]}
					size={size}
					spellCheck={false}
					autoCapitalize="off"
					value={text}
					onChange={(event) => setText(event.currentTarget.value)}
				/>
				<Button type="submit" size={size} leftSection={<Play size={14} />} disabled={isBarred}>
					Run
				</Button>
			</form>
		</Section>
	);
}

import { type CompiledWave, type WaveLanguage, waveCode } from "@gpioscope/logic";
import { CopyButton, SegmentedControl } from "@mantine/core";
import { Check, Copy } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { IconButton } from "../../widgets/IconButton.tsx";
import { Section } from "../../widgets/Section.tsx";
import { useEditor } from "../model/editorStore.ts";
import styles from "./Inspector.module.css";

const languages: { value: WaveLanguage; label: string }[] = [
	{ value: "pigs", label: "pigs" },
	{ value: "python", label: "Python" },
	{ value: "c", label: "C" },
];
/** Lines shown; copying takes all. */
const shownLines = 200;

/** A program that plays the same wave without this page. */
export function CodeSection({ compiled }: { readonly compiled: CompiledWave }) {
	const [language, setLanguage] = useState<WaveLanguage>("python");
	const isRepeated = useEditor((state) => state.isRepeated);
	const tracks = useEditor((state) => state.history.present.document.tracks);
	const gpios = tracks.map((track) => track.gpio);
	// Thousands of lines are not written anew for every step of a drag.
	const pulses = useDeferredValue(compiled.pulses);
	// biome-ignore lint/correctness/useExhaustiveDependencies: GPIOs change only together with the pulses.
	const code = useMemo(
		() => waveCode(language, { pulses, gpios, isRepeated }),
		[language, pulses, isRepeated],
	);
	const lines = code.split("\n");
	return (
		<Section
			title="Same in code"
			aside={
				<SegmentedControl
					size="xs"
					aria-label="Language"
					data={languages}
					value={language}
					onChange={(value) => {
						const found = languages.find((candidate) => candidate.value === value);
						if (found !== undefined) setLanguage(found.value);
					}}
				/>
			}
		>
			<div className={styles["code"]}>
				{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by key. */}
				<pre className="mono" tabIndex={0}>
					{lines.length > shownLines ? `${lines.slice(0, shownLines).join("\n")}\n…` : code}
				</pre>
				<div className={styles["copy"]}>
					<CopyButton value={code}>
						{({ copied, copy }) => (
							<IconButton
								size="xs"
								icon={copied ? Check : Copy}
								label={copied ? "Copied" : "Copy"}
								onClick={copy}
							/>
						)}
					</CopyButton>
				</div>
			</div>
		</Section>
	);
}

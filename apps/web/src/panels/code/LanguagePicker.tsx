import { codeLanguages, languageFacts } from "@gpioscope/protocol";
import { codeStore, useCodeLanguage } from "../../stores/codeStore.ts";
import { usePhone } from "../../theme/phone.ts";
import { Segments } from "../../widgets/Segments.tsx";

const segments = codeLanguages.map((language) => {
	const { label, needs } = languageFacts[language];
	return { value: language, label, title: `Needs ${needs}` };
});

/** The language in which all commands of the page are shown. */
export function LanguagePicker() {
	const isPhone = usePhone();
	return (
		<Segments
			label="Language"
			segments={segments}
			value={useCodeLanguage()}
			size={isPhone ? "touch" : "small"}
			fit
			onPick={(language) => codeStore.setState({ language })}
		/>
	);
}

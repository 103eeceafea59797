import { useEditor } from "../model/editorStore.ts";
import { useInspectedWave } from "../model/surroundings.ts";
import { VerifySection } from "../verify/VerifySection.tsx";
import { CodeSection } from "./CodeSection.tsx";
import { DocumentSection } from "./DocumentSection.tsx";
import { ProblemList } from "./ProblemList.tsx";
import { ResourcesSection } from "./ResourcesSection.tsx";
import { SelectionSection } from "./SelectionSection.tsx";

/** Exact values of what is selected, problems, resources and code. */
export function Inspector() {
	const { compiled, problems } = useInspectedWave();
	const mode = useEditor((state) => state.mode);
	if (mode === "verify") return <VerifySection />;
	return (
		<>
			<SelectionSection />
			<DocumentSection />
			<ProblemList problems={problems} />
			<ResourcesSection counts={compiled.counts} problems={problems} />
			<CodeSection compiled={compiled} />
		</>
	);
}

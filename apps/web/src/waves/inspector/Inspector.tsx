import { useInspectedWave } from "../model/surroundings.ts";
import { CodeSection } from "./CodeSection.tsx";
import { DocumentSection } from "./DocumentSection.tsx";
import { ProblemList } from "./ProblemList.tsx";
import { ResourcesSection } from "./ResourcesSection.tsx";
import { SelectionSection } from "./SelectionSection.tsx";

/** Exact values of what is selected, problems, resources and code. */
export function Inspector() {
	const { compiled, problems } = useInspectedWave();
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

import { Segments } from "../../../widgets/Segments.tsx";

type Level = 0 | 1 | "either";

interface Props {
	readonly level: Level;
	readonly onChange: (level: Level) => void;
}

const LEVELS = [
	{ value: 1, label: "High" },
	{ value: 0, label: "Low" },
	{ value: "either", label: "Either" },
] as const;

/** Which level. */
export function LevelChoice({ level, onChange }: Props) {
	return <Segments<Level> label="Level" segments={LEVELS} value={level} size="bar" fit onPick={onChange} />;
}

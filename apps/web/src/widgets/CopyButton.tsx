import { Check, Copy, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { copyText } from "./copyText.ts";
import { IconButton } from "./IconButton.tsx";

interface Props {
	/** What is copied, for the tooltip. */
	readonly label: string;
	readonly text: string;
}

const SHOWN_MS = 1500;

type Outcome = { readonly kind: "copied" } | { readonly kind: "failed"; readonly message: string };

/** Copies a text, and says for a moment that it did, or why not. */
export function CopyButton({ label, text }: Props) {
	const [outcome, setOutcome] = useState<Outcome>();
	useEffect(() => {
		if (outcome?.kind !== "copied") return;
		const timer = setTimeout(() => setOutcome(undefined), SHOWN_MS);
		return () => clearTimeout(timer);
	}, [outcome]);
	const copy = (): void => {
		copyText(text).then(
			() => setOutcome({ kind: "copied" }),
			(error: unknown) => setOutcome({ kind: "failed", message: String(error) }),
		);
	};
	if (outcome?.kind === "failed")
		return <IconButton size="xs" icon={TriangleAlert} label={outcome.message} onClick={copy} />;
	return (
		<IconButton
			size="xs"
			icon={outcome === undefined ? Copy : Check}
			label={outcome === undefined ? label : "Copied"}
			onClick={copy}
		/>
	);
}

import type { ViewDefinition } from "./viewDefinition.ts";

interface Props {
	readonly view: ViewDefinition;
	readonly className: string | undefined;
}

/** The view itself, where the skip link leads. */
export function MainView({ view: { label, Main }, className }: Props) {
	return (
		<main id="main" tabIndex={-1} className={className} aria-label={label}>
			<h1 className="visuallyHidden">{label}</h1>
			<Main />
		</main>
	);
}

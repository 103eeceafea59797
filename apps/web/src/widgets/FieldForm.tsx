import type { KeyboardEvent, ReactNode } from "react";
import { type FieldGroup, FieldGroupContext, useFieldGroup } from "./fieldGroup.ts";

interface Props {
	/** For a component that looks at its own fields. */
	readonly fields?: FieldGroup;
	readonly className?: string | undefined;
	/** What its button does: Ctrl Enter, or ⌘ Enter, in any of its fields does the same. */
	readonly onSubmit?: () => void;
	readonly children: ReactNode;
}

/** Fields that belong together: what is wrong in one of them holds up all that is sent by them (useIsWrong). */
export function FieldForm({ fields, className, onSubmit, children }: Props) {
	const own = useFieldGroup();
	const onKeyDown = (event: KeyboardEvent): void => {
		if (onSubmit === undefined || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
		event.preventDefault();
		event.stopPropagation();
		onSubmit();
	};
	return (
		<FieldGroupContext value={fields ?? own}>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of its fields */}
			<div className={className} onKeyDown={onKeyDown}>
				{children}
			</div>
		</FieldGroupContext>
	);
}

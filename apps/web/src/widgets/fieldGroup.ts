import { createContext, useContext, useId, useLayoutEffect, useState } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";

/** Knows which fields of a form hold what cannot be used: nothing of the form is sent before that is mended. */
export type FieldGroup = StoreApi<{
	/** One key for each such field. */
	readonly wrong: ReadonlySet<string>;
}>;

/** A group for a form whose fields and buttons stand in different places. */
export function createFieldGroup(): FieldGroup {
	return createStore(() => ({ wrong: new Set<string>() }));
}

/** A group for a form that is one component. */
export function useFieldGroup(): FieldGroup {
	return useState(createFieldGroup)[0];
}

/** Which group the fields below belong to. Those in no form hold up nothing. */
export const FieldGroupContext = createContext<FieldGroup>(createFieldGroup());

/** Whether something of the form around it, or of that of `group`, must be mended before it can be sent. */
export function useIsWrong(group?: FieldGroup): boolean {
	const around = useContext(FieldGroupContext);
	return useStore(group ?? around, ({ wrong }) => wrong.size > 0);
}

/** For fields: tells their group whether what they hold can be used. A field that is gone is not wrong any more. */
export function useReportWrong(isWrong: boolean): void {
	const group = useContext(FieldGroupContext);
	const key = useId();
	// Before the next event: a click that takes the focus from the field must find the button as it is then.
	useLayoutEffect(() => {
		if (!isWrong) return;
		group.setState(({ wrong }) => ({ wrong: new Set([...wrong, key]) }));
		return () =>
			group.setState(({ wrong }) => ({ wrong: new Set([...wrong].filter((other) => other !== key)) }));
	}, [group, isWrong, key]);
}

import { Button } from "@mantine/core";
import { type ComponentType, lazy, Suspense, useState } from "react";
import { EmptyNote } from "./EmptyNote.tsx";

const loads = new Set<() => Promise<unknown>>();

/**
 * A part of the page whose code is not in the first chunk: it comes with {@link preloadParts}, or when it is shown
 * before. Until it is there its place is empty.
 */
export function lazyPart(load: () => Promise<ComponentType>): ComponentType {
	let loading: Promise<{ default: ComponentType }> | undefined;
	let loaded: ComponentType | undefined;
	const once = (): Promise<{ default: ComponentType }> => {
		// The bridge may be gone, or newer than the page.
		loading ??= load()
			.catch(() => NotLoaded)
			.then((part) => {
				loaded = part;
				return { default: part };
			});
		return loading;
	};
	loads.add(once);
	const Part = lazy(once);
	return () => {
		// What has come before is shown at once: a lazy component always waits the first time.
		const [Loaded] = useState(() => loaded);
		if (Loaded !== undefined) return <Loaded />;
		return (
			<Suspense fallback={null}>
				<Part />
			</Suspense>
		);
	};
}

/** Loads all of them once the page has nothing else to do. The answer calls that off. */
export function preloadParts(): () => void {
	const loadAll = (): void => {
		for (const load of loads) void load();
	};
	// Safari knows no idle callbacks.
	if (typeof requestIdleCallback !== "function") {
		const timer = setTimeout(loadAll, 1000);
		return () => clearTimeout(timer);
	}
	const handle = requestIdleCallback(loadAll, { timeout: 2000 });
	return () => cancelIdleCallback(handle);
}

function NotLoaded() {
	return (
		<EmptyNote action={<Button onClick={() => location.reload()}>Reload</Button>}>
			This part of the page could not be loaded: the bridge is gone, or newer than this page.
		</EmptyNote>
	);
}

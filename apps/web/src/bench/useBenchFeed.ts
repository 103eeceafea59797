import type { BenchFacts } from "@gpioscope/protocol";
import { useEffect } from "react";
import { bridge } from "../bridge/index.ts";
import { benchStore, forgetValues, takeBench } from "../stores/benchStore.ts";
import { useConnection } from "../stores/connectionStore.ts";

/** Keeps the store of the bench up to date while the view is shown, over lost connections too. */
export function useBenchFeed(): void {
	const isOpen = useConnection((state) => state.socket.kind === "open");
	const session = useConnection((state) => state.sessionId);
	const isSimulated = useConnection((state) => state.target?.simulated === true);
	// biome-ignore lint/correctness/useExhaustiveDependencies: another session has to subscribe anew
	useEffect(() => {
		if (!isOpen) forgetValues();
		if (!isOpen || !isSimulated) return;
		let isShown = true;
		bridge.bench("subscribe", {}).then(
			(facts) => isShown && takeBench(facts as BenchFacts),
			(error: unknown) => isShown && benchStore.setState({ status: { kind: "failed", error } }),
		);
		return () => {
			isShown = false;
			// Whoever lost the connection is not subscribed any more either.
			bridge.bench("unsubscribe", {}).catch(() => {});
		};
	}, [isOpen, session, isSimulated]);
}

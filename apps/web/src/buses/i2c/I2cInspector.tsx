import { RecentDeeds } from "./transaction/RecentDeeds.tsx";
import { ResultSection } from "./transaction/ResultSection.tsx";
import { TransactionSection } from "./transaction/TransactionSection.tsx";

/** Transactions of the device on view, step by step, and what came of them. */
export function I2cInspector() {
	return (
		<>
			<TransactionSection />
			<ResultSection />
			<RecentDeeds />
		</>
	);
}

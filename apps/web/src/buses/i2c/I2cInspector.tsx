import { RecentDeeds } from "./transaction/RecentDeeds.tsx";
import { ResultSection } from "./transaction/ResultSection.tsx";
import { SentCode } from "./transaction/SentCode.tsx";
import { TransactionSection } from "./transaction/TransactionSection.tsx";

/** Transactions of the device on view, step by step, what came of them, and all that was sent as code. */
export function I2cInspector() {
	return (
		<>
			<TransactionSection />
			<ResultSection />
			<RecentDeeds />
			<SentCode />
		</>
	);
}

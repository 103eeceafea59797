import { Button } from "@mantine/core";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useConnection } from "../../stores/connectionStore.ts";
import { AddTarget, type Proposal } from "./AddTarget.tsx";
import { Neighbours } from "./Neighbours.tsx";
import { TargetDetails } from "./TargetDetails.tsx";
import styles from "./TargetMenu.module.css";
import { TargetRow } from "./TargetRow.tsx";
import { useControlSize } from "./useControlSize.ts";

/** The Pis of the bridge to turn to, to add, rename and remove, and what is known of the one on view. */
export function TargetMenu({ onDone }: { readonly onDone: () => void }) {
	const targets = useConnection((state) => state.targets);
	const own = useConnection((state) => state.target?.id);
	const canChange = useConnection((state) => state.role !== "viewer" && state.socket.kind === "open");
	const isViewer = useConnection((state) => state.role === "viewer");
	const size = useControlSize();
	const [proposal, setProposal] = useState<Proposal>();
	return (
		<div className={styles["menu"]}>
			<ul className={styles["list"]} aria-label="Pis">
				{targets.map((target) => (
					<TargetRow
						key={target.id}
						target={target}
						isOwn={target.id === own}
						canChange={canChange}
						onTurned={onDone}
					/>
				))}
			</ul>
			{proposal === undefined ? (
				<Button
					size={size}
					leftSection={<Plus size={14} />}
					disabled={!canChange}
					title={isViewer ? "Your role can only watch." : undefined}
					onClick={() => setProposal({ address: "", name: "" })}
				>
					Add a Pi…
				</Button>
			) : (
				<AddTarget
					key={`${proposal.address} ${proposal.name}`}
					proposal={proposal}
					onAdded={onDone}
					onClose={() => setProposal(undefined)}
				/>
			)}
			<Neighbours canAdd={canChange} onPropose={setProposal} />
			<TargetDetails />
		</div>
	);
}

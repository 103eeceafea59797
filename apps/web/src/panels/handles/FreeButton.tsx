import type { OpenHandle } from "@gpioscope/protocol";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useConnection } from "../../stores/connectionStore.ts";
import { usePhone } from "../../theme/phone.ts";
import { FreeModal } from "./FreeModal.tsx";

/** Opens the question which of these handles to close. */
export function FreeButton({ orphans }: { readonly orphans: readonly OpenHandle[] }) {
	const isViewer = useConnection((state) => state.role === "viewer");
	const isPhone = usePhone();
	const [isAsking, setAsking] = useState(false);
	return (
		<>
			<Button
				size={isPhone ? "lg" : "xs"}
				variant="default"
				disabled={isViewer}
				onClick={() => setAsking(true)}
			>
				Free…
			</Button>
			{isAsking && <FreeModal orphans={orphans} onClose={() => setAsking(false)} />}
		</>
	);
}

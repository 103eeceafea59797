import { Button } from "@mantine/core";
import { Search } from "lucide-react";
import { useState } from "react";
import { useConnection } from "../../stores/connectionStore.ts";
import { usePhone } from "../../theme/phone.ts";
import { inspectDaemon } from "./inspectDaemon.ts";

/** Has the bridge look for handles that no session holds; what it finds is in the store of the daemon. */
export function FindOthersButton() {
	const isLive = useConnection((state) => state.target?.state.kind === "live");
	const isViewer = useConnection((state) => state.role === "viewer");
	const isPhone = usePhone();
	const [isLooking, setLooking] = useState(false);
	const look = async (): Promise<void> => {
		setLooking(true);
		await inspectDaemon();
		setLooking(false);
	};
	return (
		<Button
			size={isPhone ? "lg" : "xs"}
			variant="default"
			leftSection={<Search size={14} />}
			loading={isLooking}
			disabled={!isLive || isViewer}
			title={isViewer ? "Your role can only watch." : "Asks pigpiod after each; nothing on the pins moves."}
			onClick={() => void look()}
		>
			Find others
		</Button>
	);
}

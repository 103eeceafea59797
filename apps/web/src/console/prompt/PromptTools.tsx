import { Eraser, ScrollText } from "lucide-react";
import { usePhone } from "../../theme/phone.ts";
import { IconButton } from "../../widgets/IconButton.tsx";
import { clearExchanges, promptStore, usePrompt } from "./promptStore.ts";

/** Empties the console; on a phone, which has no tables below, turns to the log. */
export function PromptTools() {
	const isEmpty = usePrompt((state) => state.exchanges.length === 0);
	const showsLog = usePrompt((state) => state.showsLog);
	const isPhone = usePhone();
	const size = isPhone ? "lg" : "sm";
	return (
		<>
			<IconButton
				icon={Eraser}
				label="Empty the console; log and history stay"
				size={size}
				disabled={isEmpty}
				onClick={clearExchanges}
			/>
			{isPhone && (
				<IconButton
					icon={ScrollText}
					label="Log of all commands"
					size={size}
					active={showsLog}
					onClick={() => promptStore.setState({ showsLog: !showsLog })}
				/>
			)}
		</>
	);
}

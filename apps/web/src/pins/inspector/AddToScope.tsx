import { Button } from "@mantine/core";
import { styleGpio } from "../../stores/namesStore.ts";
import { selectGpio, showView } from "../../stores/uiStore.ts";
import { hasReports } from "../activity/bank2Store.ts";

interface Props {
	readonly gpio: number;
	readonly touch?: boolean;
}

/** Leads to the GPIO's lane in the scope; nothing for one of which no reports come. */
export function AddToScope({ gpio, touch = false }: Props) {
	if (!hasReports(gpio)) return null;
	return (
		<Button
			{...(touch ? { size: "lg", fullWidth: true } : {})}
			onClick={() => {
				styleGpio(gpio, { hidden: false });
				selectGpio(gpio);
				showView("scope");
			}}
		>
			Add to scope
		</Button>
	);
}

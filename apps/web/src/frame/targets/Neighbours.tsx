import { Button } from "@mantine/core";
import { ExternalLink } from "lucide-react";
import { useConnection } from "../../stores/connectionStore.ts";
import row from "../../widgets/choiceRow.module.css";
import type { Proposal } from "./AddTarget.tsx";
import styles from "./TargetMenu.module.css";
import { useControlSize } from "./useControlSize.ts";

interface Props {
	readonly canAdd: boolean;
	/** Fills the form that adds a Pi. */
	readonly onPropose: (proposal: Proposal) => void;
}

/** Other gpioscopes found on the local network: to open their page, or to add the Pi they run on here. */
export function Neighbours({ canAdd, onPropose }: Props) {
	const neighbours = useConnection((state) => state.neighbours);
	const size = useControlSize();
	if (neighbours.length === 0) return null;
	return (
		<section aria-label="On this network">
			<h3 className={styles["title"]}>Other gpioscopes on this network</h3>
			<ul className={styles["list"]}>
				{neighbours.map(({ name, host, url }) => (
					<li key={url} className={row["row"]}>
						<span className={row["text"]} title={`${name}, ${host}`}>
							<span className={row["name"]}>{name}</span>
							<span className={row["line"]}>{host}</span>
						</span>
						<Button
							size={size}
							component="a"
							href={url}
							target="_blank"
							rel="noopener noreferrer"
							rightSection={<ExternalLink size={12} />}
							title="It asks for its own token: the address that it printed has it."
						>
							Open
						</Button>
						<Button
							size={size}
							disabled={!canAdd}
							onClick={() => onPropose({ address: bracketed(host), name })}
						>
							Add its Pi…
						</Button>
					</li>
				))}
			</ul>
		</section>
	);
}

function bracketed(host: string): string {
	return host.includes(":") ? `[${host}]` : host;
}

import type { BenchFacts } from "@gpioscope/protocol";
import { Button } from "@mantine/core";
import { ToyBrick } from "lucide-react";
import { useEffect } from "react";
import { bridge } from "../../bridge/index.ts";
import { findOnBench, takeBench, useBench } from "../../stores/benchStore.ts";
import { useConnection } from "../../stores/connectionStore.ts";
import { showView } from "../../stores/uiStore.ts";
import { Section } from "../../widgets/Section.tsx";
import styles from "./OnBench.module.css";

/** The virtual devices on a GPIO, each leading to where it can be moved; nothing on a real Pi. */
export function OnBench({ gpio }: { readonly gpio: number }) {
	const isSimulated = useConnection((state) => state.target?.simulated === true);
	const isUnknown = useBench((state) => state.status.kind === "asking");
	const devices = useBench((state) => state.devices);
	useEffect(() => {
		if (!isSimulated || !isUnknown) return;
		bridge.bench("devices", {}).then(
			(facts) => takeBench(facts as BenchFacts),
			// The view of the bench says why there is none; here it is only left out.
			() => {},
		);
	}, [isSimulated, isUnknown]);
	const found = devices.filter(({ gpios }) => Object.values(gpios).includes(gpio));
	if (!isSimulated || found.length === 0) return null;
	return (
		<Section title="On the bench">
			<div className={styles["devices"]}>
				{found.map(({ name }) => (
					<Button
						key={name}
						variant="subtle"
						size="compact-xs"
						aria-label={`${name} on the bench`}
						leftSection={<ToyBrick size={14} />}
						onClick={() => {
							findOnBench(name);
							showView("bench");
						}}
					>
						{name}
					</Button>
				))}
			</div>
		</Section>
	);
}

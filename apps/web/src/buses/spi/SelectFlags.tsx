import { spiGpios } from "@gpioscope/logic";
import { Checkbox } from "@mantine/core";
import styles from "./Spi.module.css";
import { changeFlags, type SpiSetup } from "./spiSettings.ts";

/** What each select of a controller does: its level when active, and whether its GPIO is taken at all. */
export function SelectFlags({
	setup,
}: {
	readonly setup: SpiSetup & { readonly of: keyof typeof spiGpios };
}) {
	const { of, flags } = setup;
	return (
		<table className={styles["selects"]}>
			<thead>
				<tr>
					<th>Select</th>
					<th>Active high</th>
					<th>Leave its GPIO alone</th>
				</tr>
			</thead>
			<tbody>
				{spiGpios[of].selects.map((gpio, index) => {
					const bit = 1 << index;
					return (
						<tr key={gpio}>
							<th>
								CE{index}, GPIO {gpio}
							</th>
							<td>
								<Checkbox
									size="xs"
									label={<span className="visuallyHidden">{`CE${index} active high`}</span>}
									checked={(flags.highSelects & bit) !== 0}
									onChange={() => changeFlags({ highSelects: flags.highSelects ^ bit })}
								/>
							</td>
							<td>
								<Checkbox
									size="xs"
									label={<span className="visuallyHidden">{`Leave GPIO ${gpio} of CE${index} alone`}</span>}
									checked={(flags.freeSelects & bit) !== 0}
									onChange={() => changeFlags({ freeSelects: flags.freeSelects ^ bit })}
								/>
							</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}

import { useStore } from "zustand";
import { hexOf } from "../../widgets/hexBytes.ts";
import lines from "../lines.module.css";
import styles from "./Spi.module.css";
import { type SpiExchange, spiActivity } from "./spiActivity.ts";

/** Bytes of each side that a row shows. */
const SHOWN = 8;

/** Earlier exchanges, newest first; a click looks at one. */
export function ExchangeList() {
	const exchanges = useStore(spiActivity, (state) => state.exchanges);
	const chosen = useStore(spiActivity, (state) => state.chosen);
	if (exchanges.length < 2) return null;
	const shown = chosen ?? exchanges[0]?.place;
	return (
		<section className={styles["earlier"]} aria-label="Earlier">
			<h3>Earlier</h3>
			<ul>
				{exchanges.map((exchange) => (
					<li key={exchange.place}>
						<button
							type="button"
							aria-current={exchange.place === shown || undefined}
							onClick={() => spiActivity.setState({ chosen: exchange.place })}
						>
							<span className={lines["hint"]}>{new Date(exchange.at).toLocaleTimeString("en-GB")}</span>
							<span className="mono">{textOf(exchange)}</span>
						</button>
					</li>
				))}
			</ul>
		</section>
	);
}

function textOf({ sent, received }: SpiExchange): string {
	const short = (bytes: Uint8Array): string =>
		bytes.length <= SHOWN ? hexOf(bytes) : `${hexOf(bytes.subarray(0, SHOWN))}…`;
	return [sent, received].flatMap((bytes) => (bytes === undefined ? [] : [short(bytes)])).join(" → ");
}

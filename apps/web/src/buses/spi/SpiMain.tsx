import { useStore } from "zustand";
import { ActBand, ProblemNote } from "../../panels/act/index.ts";
import { usePhone } from "../../theme/phone.ts";
import { FieldForm } from "../../widgets/FieldForm.tsx";
import lines from "../lines.module.css";
import { AnswerView } from "./AnswerView.tsx";
import { ExchangeEditor } from "./ExchangeEditor.tsx";
import { ExchangeList } from "./ExchangeList.tsx";
import { OpenState } from "./OpenState.tsx";
import styles from "./Spi.module.css";
import { SpiForm } from "./SpiForm.tsx";
import { SpiInspector } from "./SpiInspector.tsx";
import { spiActivity } from "./spiActivity.ts";
import { spiSettings } from "./spiSettings.ts";

/** SPI: lines and flags at the left, bytes and their answer at the right; on a phone one below the other. */
export function SpiMain() {
	const setup = useStore(spiSettings, (state) => state.setup);
	const phone = usePhone();
	const error = useStore(spiActivity, (state) => state.error);
	return (
		<FieldForm className={lines["layout"]}>
			<section className={lines["form"]} aria-label="SPI settings">
				<SpiForm setup={setup} />
				{phone && <SpiInspector />}
			</section>
			<section className={styles["work"]} aria-label="SPI transfer">
				<ActBand to="send bytes over SPI" />
				<OpenState />
				{error !== undefined && <ProblemNote error={error} />}
				<ExchangeEditor />
				<AnswerView />
				<ExchangeList />
			</section>
		</FieldForm>
	);
}

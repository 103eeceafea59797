import { Button } from "@mantine/core";
import { Activity } from "lucide-react";
import { useStore } from "zustand";
import { showError } from "../../actions/showError.ts";
import { usePhone } from "../../theme/phone.ts";
import { Chip } from "../../widgets/Chip.tsx";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { hexByte, printable } from "../../widgets/hexBytes.ts";
import lines from "../lines.module.css";
import { showWindow } from "../lineWindow.ts";
import styles from "./Spi.module.css";
import { type SpiExchange, spiActivity } from "./spiActivity.ts";
import { meaningOf } from "./spiExamples.ts";

/** Bytes of a line; the answer stands below what was sent. */
const PER_LINE = 8;
/** Lines drawn; what comes behind them is told by number. */
const MOST_LINES = 128;

/** What was sent, and what came in aligned below it. */
export function AnswerView() {
	const exchanges = useStore(spiActivity, (state) => state.exchanges);
	const chosen = useStore(spiActivity, (state) => state.chosen);
	const index = chosen === undefined ? 0 : exchanges.findIndex(({ place }) => place === chosen);
	const exchange = exchanges[index];
	const phone = usePhone();
	if (exchange === undefined)
		return (
			<EmptyNote>
				What comes back stands here, below the bytes sent with it. Choose lines and mode, then Transfer.
			</EmptyNote>
		);
	const before = exchanges[index + 1];
	const { sent, received } = exchange;
	const meaning = sent !== undefined && received !== undefined ? meaningOf(sent, received) : undefined;
	return (
		<section className={styles["answer"]} aria-label="Answer">
			<div className={styles["bar"]}>
				<h3>{received === undefined ? "Written" : "Answer"}</h3>
				<Chip tone="accent">{summaryOf(exchange)}</Chip>
				<span className={lines["hint"]}>{new Date(exchange.at).toLocaleTimeString("en-GB")}</span>
				<Button
					size={phone ? "lg" : "xs"}
					variant="subtle"
					leftSection={<Activity size={14} />}
					onClick={() => {
						showWindow(exchange.window).catch((error: unknown) => showError("Open in scope", error));
					}}
				>
					Open in scope
				</Button>
			</div>
			<ByteLines sent={sent} received={received} before={before?.received} />
			{meaning !== undefined && <p className={styles["meaning"]}>{meaning}</p>}
		</section>
	);
}

/** How much it was, and how long it took. */
function summaryOf({ sent, received, took }: SpiExchange): string {
	const count = received?.length ?? sent?.length ?? 0;
	return `${count} ${count === 1 ? "byte" : "bytes"}, ${took.toFixed(1)} ms`;
}

interface LinesProps {
	readonly sent: Uint8Array | undefined;
	readonly received: Uint8Array | undefined;
	/** What came in the time before: what differs is tinted. */
	readonly before: Uint8Array | undefined;
}

function ByteLines({ sent, received, before }: LinesProps) {
	const length = Math.max(sent?.length ?? 0, received?.length ?? 0);
	const count = Math.ceil(length / PER_LINE);
	const starts = Array.from({ length: Math.min(count, MOST_LINES) }, (_, line) => line * PER_LINE);
	return (
		<div className={styles["bytes"]}>
			{starts.map((start) => (
				<div key={start} className={styles["pair"]}>
					<span className={`mono ${styles["offset"]}`}>
						{start.toString(16).toUpperCase().padStart(4, "0")}
					</span>
					{sent !== undefined && <ByteLine name="sent" bytes={sent} start={start} />}
					{received !== undefined && (
						<ByteLine name="got" bytes={received} start={start} before={before ?? received} />
					)}
				</div>
			))}
			{count > MOST_LINES && <p className={lines["hint"]}>and {length - MOST_LINES * PER_LINE} bytes more</p>}
		</div>
	);
}

interface LineProps {
	readonly name: "sent" | "got";
	readonly bytes: Uint8Array;
	readonly start: number;
	readonly before?: Uint8Array;
}

function ByteLine({ name, bytes, start, before }: LineProps) {
	const part = Array.from(bytes.subarray(start, start + PER_LINE));
	return (
		<div className={`mono ${styles["byteLine"]}`} data-name={name}>
			<span className={styles["who"]}>{name}</span>
			<span className={styles["hexes"]}>
				{part.map((byte, index) => (
					<span
						// biome-ignore lint/suspicious/noArrayIndexKey: a byte is its place.
						key={index}
						data-changed={(before !== undefined && before[start + index] !== byte) || undefined}
					>
						{hexByte(byte)}
					</span>
				))}
			</span>
			<span className={styles["chars"]}>{part.map(printable).join("")}</span>
		</div>
	);
}

import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { bridge } from "../bridge/index.ts";
import { useConnection } from "../stores/connectionStore.ts";
import styles from "./ConnectionBanner.module.css";
import { silentBridge, type Trouble, troubleOf } from "./trouble.ts";
import { useSilence } from "./useSilence.ts";

/** A band under the header while the way to the daemon is broken: cause, remedy, countdown, a button. Data stays. */
export function ConnectionBanner() {
	const isSilent = useSilence();
	const told = useConnection((state) => troubleOf(state.socket, state.target?.state));
	const trouble = told ?? (isSilent ? silentBridge : undefined);
	if (trouble === undefined) return null;
	return (
		<div className={styles["banner"]} data-tone={trouble.tone} role="alert" aria-label="Connection">
			<span>
				<strong>{trouble.message}</strong> {trouble.remedy}
			</span>
			{trouble.retryAt !== undefined && <Countdown until={trouble.retryAt} />}
			{trouble.canRetry && (
				<Button size="xs" onClick={() => bridge.retry()}>
					Try now
				</Button>
			)}
		</div>
	);
}

function Countdown({ until }: { readonly until: NonNullable<Trouble["retryAt"]> }) {
	const [now, setNow] = useState(Date.now);
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), 250);
		return () => clearInterval(timer);
	}, []);
	const seconds = Math.max(0, Math.ceil((until - now) / 1000));
	return <span className={styles["countdown"]}>{seconds === 0 ? "trying" : `next try in ${seconds} s`}</span>;
}

import { useEffect, useRef } from "react";
import { hasReports } from "../activity/bank2Store.ts";
import styles from "./Sparkline.module.css";
import { showSpark } from "./sparkFeed.ts";

/** The last two seconds of a GPIO as a small trace; empty for one of which no reports come. */
export function Sparkline({ gpio }: { readonly gpio: number }) {
	return hasReports(gpio) ? <Trace gpio={gpio} /> : <span className={styles["spark"]} />;
}

function Trace({ gpio }: { readonly gpio: number }) {
	const canvas = useRef<HTMLCanvasElement>(null);
	useEffect(() => (canvas.current === null ? undefined : showSpark(gpio, canvas.current)), [gpio]);
	return <canvas ref={canvas} className={styles["spark"]} width={100} height={22} />;
}

import { useEffect, useRef } from "react";
import styles from "./Sparkline.module.css";
import { showSpark } from "./sparkFeed.ts";

/** The last two seconds of a GPIO as a small trace. */
export function Sparkline({ gpio }: { readonly gpio: number }) {
	const canvas = useRef<HTMLCanvasElement>(null);
	useEffect(() => (canvas.current === null ? undefined : showSpark(gpio, canvas.current)), [gpio]);
	return <canvas ref={canvas} className={styles["spark"]} width={100} height={22} />;
}

import type { ControlFacts } from "@gpioscope/protocol";
import { useEffect, useRef, useState } from "react";
import { controlKey, useBench } from "../stores/benchStore.ts";
import { pictureOf } from "./moveBench.ts";
import styles from "./Picture.module.css";
import { paint } from "./paint.ts";

interface Props {
	readonly device: string;
	readonly control: Extract<ControlFacts, { kind: "picture" }>;
}

/** The picture of a display, pixel by pixel, taken anew when it changed. */
export function Picture({ device, control: { name, label, width, height } }: Props) {
	const revision = useBench((state) => state.pictures[controlKey(device, name)] ?? 0);
	const canvas = useRef<HTMLCanvasElement>(null);
	const [isKnown, setKnown] = useState(false);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is a new picture
	useEffect(() => {
		let isWanted = true;
		pictureOf(device, name).then(
			(pixels) => {
				const context = canvas.current?.getContext("2d");
				if (!isWanted || context === null || context === undefined) return;
				paint(context, pixels, width, height);
				setKnown(true);
			},
			// The device went, or the connection: what follows says so.
			() => isWanted && setKnown(false),
		);
		return () => {
			isWanted = false;
		};
	}, [device, name, width, height, revision]);
	return (
		<figure className={styles["figure"]}>
			<canvas
				ref={canvas}
				className={styles["picture"]}
				style={{ aspectRatio: `${width} / ${height}` }}
				data-known={isKnown || undefined}
				width={width}
				height={height}
				role="img"
				aria-label={`${label}, ${device}: ${width} by ${height} pixels`}
			/>
		</figure>
	);
}

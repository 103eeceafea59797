import { servoAngle } from "../model/servoWidth.ts";
import styles from "./ServoDial.module.css";

interface Props {
	/** Pulse width in microseconds. */
	readonly width: number;
	readonly limits: { readonly min: number; readonly max: number };
	readonly isOn: boolean;
}

const RADIUS = 52;
const CENTRE = { x: 148, y: 62 };

function at(angle: number, radius: number): string {
	const radians = ((angle - 90) * Math.PI) / 180;
	const x = CENTRE.x + radius * Math.cos(radians);
	const y = CENTRE.y + radius * Math.sin(radians);
	return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

function arc(from: number, to: number, radius: number): string {
	return `M${at(from, radius)}A${radius} ${radius} 0 0 1 ${at(to, radius)}`;
}

/** Where a servo's horn stands, and how far it may turn. */
export function ServoDial({ width, limits, isOn }: Props) {
	const angle = servoAngle(width);
	const text = `${angle > 0 ? "+" : angle < 0 ? "−" : ""}${Math.abs(Math.round(angle))}°`;
	return (
		<svg className={styles["dial"]} viewBox="0 0 296 82" role="img" aria-label={`Servo at ${text}`}>
			<title>{`Servo at ${text}`}</title>
			<path d={arc(-90, 90, RADIUS)} className={styles["whole"]} />
			<path d={arc(servoAngle(limits.min), servoAngle(limits.max), RADIUS)} className={styles["allowed"]} />
			<path
				d={`M${at(0, 0)}L${at(angle, RADIUS - 8)}`}
				className={styles["horn"]}
				data-off={!isOn || undefined}
			/>
			<circle cx={CENTRE.x} cy={CENTRE.y} r={5} className={styles["axle"]} />
			<text x={CENTRE.x} y={CENTRE.y + 18} textAnchor="middle">
				{isOn ? text : "off"}
			</text>
		</svg>
	);
}

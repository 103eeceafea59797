import { Tooltip } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { radioGroupKeys } from "./radioGroupKeys.ts";
import styles from "./Segments.module.css";

/** One choice of a row of segments. */
export interface Segment<T extends string | number> {
	readonly value: T;
	/** Its name. */
	readonly label: string;
	/** What stands in its place; the name unless said otherwise. */
	readonly content?: ReactNode;
	readonly icon?: LucideIcon;
	readonly title?: string;
	/** Told with more than words. */
	readonly tip?: ReactNode;
	readonly className?: string | undefined;
}

interface Props<T extends string | number> {
	readonly label: string;
	readonly segments: readonly Segment<T>[];
	/** undefined while nothing is known to be chosen. */
	readonly value: T | undefined;
	readonly disabled?: boolean;
	/** "bar" is for toolbars and forms. */
	readonly size?: "small" | "bar" | "normal" | "touch";
	/** As wide as its words; otherwise all segments are equally wide. */
	readonly fit?: boolean;
	readonly className?: string | undefined;
	readonly onPick: (value: T) => void;
}

/** A row of choices of which one holds. Unlike a form control it asks first and shows the answer, not the click. */
export function Segments<T extends string | number>({
	label,
	segments,
	value,
	disabled = false,
	size = "normal",
	fit = false,
	className,
	onPick,
}: Props<T>) {
	return (
		<div
			role="radiogroup"
			aria-label={label}
			className={classes(styles["segments"], className)}
			data-size={size}
			data-fit={fit || undefined}
			{...radioGroupKeys}
		>
			{segments.map((segment) => {
				const { icon: Icon, content = segment.label, tip } = segment;
				const button = (
					// biome-ignore lint/a11y/useSemanticElements: a radio input would show the click before the daemon's answer
					<button
						key={segment.value}
						type="button"
						role="radio"
						aria-checked={segment.value === value}
						aria-label={content === null ? segment.label : undefined}
						title={segment.title}
						disabled={disabled}
						className={classes(styles["segment"], segment.className)}
						onClick={() => onPick(segment.value)}
					>
						{Icon !== undefined && <Icon size={14} />}
						{content}
					</button>
				);
				return tip === undefined ? (
					button
				) : (
					<Tooltip key={segment.value} label={tip}>
						{button}
					</Tooltip>
				);
			})}
		</div>
	);
}

function classes(...names: readonly (string | undefined)[]): string {
	return names.filter((name) => name !== undefined).join(" ");
}

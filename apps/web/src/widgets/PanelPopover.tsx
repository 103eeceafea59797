import { Popover, type PopoverProps } from "@mantine/core";
import { type ReactElement, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";

interface Props {
	readonly label: string;
	readonly isOpen: boolean;
	readonly onClose: () => void;
	/** CSS pixels. */
	readonly width?: number;
	readonly position?: PopoverProps["position"];
	readonly className?: string | undefined;
	/** The button that opens it. */
	readonly target: ReactElement;
	readonly children: ReactNode;
}

/**
 * A panel at a button. It has the focus while it is open: Escape closes it even after what had the focus is gone, and
 * it closes when the focus or a click goes elsewhere, so that nothing opens beneath it. Then the focus returns.
 */
export function PanelPopover({
	label,
	isOpen,
	onClose,
	width,
	position = "bottom-start",
	className,
	target,
	children,
}: Props) {
	const [button, setButton] = useState<HTMLElement | null>(null);
	const [dropdown, setDropdown] = useState<HTMLElement | null>(null);
	const parts = useRef({ button, dropdown, onClose });
	parts.current = { button, dropdown, onClose };
	const before = useRef<Element | null>(null);
	useLayoutEffect(() => {
		if (isOpen) before.current = document.activeElement;
	}, [isOpen]);
	// Once React has committed: in a commit it puts the focus back itself.
	useEffect(() => (isOpen ? () => returnFocus(before.current, parts.current) : undefined), [isOpen]);
	useEffect(() => {
		if (!isOpen) return;
		const isWithin = (target: EventTarget | null): boolean =>
			target instanceof Element &&
			(parts.current.dropdown?.contains(target) === true ||
				parts.current.button?.contains(target) === true ||
				isInMenu(target));
		// While it opens, the focus is still outside.
		let hasEntered = false;
		const leave = ({ type, target }: Event): void => {
			if (isWithin(target)) hasEntered ||= parts.current.dropdown?.contains(document.activeElement) === true;
			else if (hasEntered || type === "pointerdown") parts.current.onClose();
		};
		const onKeyDown = (event: KeyboardEvent): void => {
			const isLost = document.activeElement === document.body;
			if (event.key === "Escape" && !isInMenu(event.target) && (isLost || isWithin(event.target))) {
				event.preventDefault();
				parts.current.onClose();
			} else if (event.key === "Tab" && isLost) parts.current.dropdown?.focus();
		};
		document.addEventListener("pointerdown", leave);
		document.addEventListener("focusin", leave);
		document.addEventListener("keydown", onKeyDown);
		return () => {
			document.removeEventListener("pointerdown", leave);
			document.removeEventListener("focusin", leave);
			document.removeEventListener("keydown", onKeyDown);
		};
	}, [isOpen]);
	return (
		<Popover
			opened={isOpen}
			closeOnClickOutside={false}
			closeOnEscape={false}
			{...(width === undefined ? {} : { width })}
			position={position}
			trapFocus
			withRoles={false}
		>
			<Popover.Target ref={setButton} aria-haspopup="dialog" aria-expanded={isOpen}>
				{target}
			</Popover.Target>
			<Popover.Dropdown
				ref={setDropdown}
				className={className ?? ""}
				role="dialog"
				aria-label={label}
				tabIndex={-1}
			>
				{children}
			</Popover.Dropdown>
		</Popover>
	);
}

/** Menus of the panel lie outside of it. */
function isInMenu(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest("[role=menu]") !== null;
}

/** To where it was before the panel, unless it has gone elsewhere by itself. */
function returnFocus(
	before: Element | null,
	{ button, dropdown }: { readonly button: HTMLElement | null; readonly dropdown: HTMLElement | null },
): void {
	const { activeElement } = document;
	const hasGone = activeElement !== document.body && dropdown?.contains(activeElement) !== true;
	if (hasGone) return;
	const place = before === document.body || before?.isConnected !== true ? button : before;
	if (place instanceof HTMLElement) place.focus({ preventScroll: true });
}

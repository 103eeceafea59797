/** The mark: a pulse and the dot that is now. */
export function Logo() {
	return (
		<svg
			width="24"
			height="24"
			viewBox="0 0 24 24"
			fill="none"
			stroke="currentColor"
			strokeWidth="2"
			strokeLinecap="square"
			role="img"
			aria-label="gpioscope"
		>
			<path d="M2 17h4V7h5v10h4V7h3" />
			<rect x="19" y="5" width="4" height="4" fill="currentColor" stroke="none" />
		</svg>
	);
}

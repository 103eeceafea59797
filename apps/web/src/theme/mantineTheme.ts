import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** The accent as Mantine wants it: ten shades; components read the token, these are for Mantine's own arithmetic. */
const accent: MantineColorsTuple = [
	"#e3fbf5",
	"#c6f4e8",
	"#9beada",
	"#6bdfc6",
	"#4bd8b8",
	"#37d3ae",
	"#22a889",
	"#0f8d71",
	"#087a63",
	"#04543f",
];

/** Height of a control: 24, 28 or 44 px, and never less than the hand needs. */
function heightOf(size: string | undefined): string {
	return `max(${size === "xs" ? 24 : size === "lg" ? 44 : 28}px, var(--target))`;
}

/** Mantine in our type, sizes and radii. Colours come from tokens.css by `resolveCssVariables`. */
export const mantineTheme = createTheme({
	primaryColor: "accent",
	colors: { accent },
	fontFamily: "var(--sans)",
	fontFamilyMonospace: "var(--mono)",
	fontSizes: { xs: "11px", sm: "12px", md: "13px", lg: "15px", xl: "22px" },
	lineHeights: { xs: "16px", sm: "16px", md: "16px", lg: "18px", xl: "28px" },
	spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
	radius: { xs: "3px", sm: "4px", md: "6px", lg: "8px", xl: "16px" },
	defaultRadius: "md",
	cursorType: "pointer",
	focusRing: "auto",
	respectReducedMotion: true,
	components: {
		// Within the page's part of the window.
		Portal: { defaultProps: { target: "#floats" } },
		Modal: { defaultProps: { closeButtonProps: { "aria-label": "Close" } } },
		// Only phones have them.
		Drawer: { defaultProps: { closeButtonProps: { "aria-label": "Close", size: 44 } } },
		Notification: { defaultProps: { closeButtonProps: { "aria-label": "Close" } } },
		Button: {
			defaultProps: { variant: "default", size: "sm" },
			vars: (_theme: unknown, props: { size?: string }) => ({
				root: {
					"--button-height": heightOf(props.size),
					"--button-padding-x": props.size === "xs" ? "8px" : props.size === "lg" ? "16px" : "10px",
					"--button-fz": "12px",
				},
			}),
		},
		ActionIcon: {
			defaultProps: { variant: "subtle", size: "sm" },
			vars: (_theme: unknown, props: { size?: string }) => ({
				root: { "--ai-size": heightOf(props.size) },
			}),
		},
		CloseButton: { vars: () => ({ root: { "--cb-size": heightOf("sm") } }) },
		SegmentedControl: { defaultProps: { size: "sm", transitionDuration: 120 } },
		TextInput: { defaultProps: { size: "xs" } },
		NumberInput: { defaultProps: { size: "xs" } },
		Select: { defaultProps: { size: "xs" } },
		Input: {
			vars: (_theme: unknown, props: { size?: string }) => ({
				wrapper: {
					"--input-height": heightOf(props.size === "lg" ? "lg" : "xs"),
					"--input-fz": "12px",
					"--input-padding": "8px",
				},
			}),
		},
		Slider: { defaultProps: { size: 4, thumbSize: 16 } },
		Switch: { defaultProps: { size: "xs" } },
		Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 }, withinPortal: true } },
		Menu: {
			defaultProps: {
				shadow: "none",
				position: "bottom-start",
				transitionProps: { duration: 120 },
				// The first item takes the focus itself: a menu may hold nothing but items.
				withInitialFocusPlaceholder: false,
			},
		},
		Popover: { defaultProps: { shadow: "none", transitionProps: { duration: 120 } } },
	},
});

/** Hands our tokens to Mantine, for both schemes at once: the tokens themselves change with the scheme. */
export const resolveCssVariables: CSSVariablesResolver = () => {
	const tokens = {
		"--mantine-color-body": "var(--bg)",
		"--mantine-color-text": "var(--t1)",
		"--mantine-color-dimmed": "var(--t2)",
		"--mantine-color-error": "var(--red)",
		"--mantine-color-placeholder": "var(--t3)",
		"--mantine-color-default": "transparent",
		"--mantine-color-default-hover": "var(--hover)",
		"--mantine-color-default-color": "var(--t1)",
		"--mantine-color-default-border": "var(--line2)",
		"--mantine-color-disabled": "transparent",
		"--mantine-color-disabled-color": "var(--t3)",
		"--mantine-primary-color-filled": "var(--acc)",
		"--mantine-primary-color-filled-hover": "var(--acc)",
		"--mantine-primary-color-contrast": "var(--on-acc)",
		"--mantine-primary-color-light": "var(--acc-w)",
		"--mantine-primary-color-light-color": "var(--acc)",
		"--mantine-color-anchor": "var(--acc)",
	};
	return { variables: {}, dark: tokens, light: tokens };
};

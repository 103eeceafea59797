/** A text that a control cannot take; the message says what it must be. */
export class RefusedText extends Error {
	override readonly name = "RefusedText";
}

/**
 * Something a person, the page or a test can do to a device, or read off it: "press" is done at once, "switch",
 * "number" and "choice" have a value that can be read and set, "text" is handed over, "reading" and "picture" can only
 * be looked at. The control channel, the page and the documentation derive from these.
 */
export type Control =
	| { readonly kind: "press"; readonly label: string; run(): void }
	| { readonly kind: "switch"; readonly label: string; get(): boolean; set(value: boolean): void }
	| {
			readonly kind: "number";
			readonly label: string;
			/** Of the field: "degC", "cm", "%", "us"; "" for a bare number. */
			readonly unit: string;
			readonly min: number;
			readonly max: number;
			readonly step: number;
			get(): number;
			/** The control channel has checked the limits. */
			set(value: number): void;
	  }
	| {
			readonly kind: "choice";
			readonly label: string;
			readonly choices: readonly string[];
			get(): string;
			set(value: string): void;
	  }
	| {
			readonly kind: "text";
			readonly label: string;
			/** @throws RefusedText for one it cannot take */
			set(text: string): void;
	  }
	| {
			readonly kind: "reading";
			readonly label: string;
			readonly unit: string;
			get(): number | string | boolean;
	  }
	| {
			readonly kind: "picture";
			readonly label: string;
			readonly width: number;
			readonly height: number;
			/** One byte a pixel, row by row from the top: 0 dark, 255 lit. */
			get(): Uint8Array;
	  };

/** The controls of a device by short names, which the control channel uses. */
export type Controls = Readonly<Record<string, Control>>;

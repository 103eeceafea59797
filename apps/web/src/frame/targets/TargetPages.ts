import type { ViewId } from "../../stores/uiStore.ts";
import type { PageMessage } from "./pageMessages.ts";

/** The page of another Pi, in a frame that fills the window. */
export interface TargetFrame {
	/** Shows it in front of all, or hides it; hidden it goes on. */
	show(isShown: boolean): void;
	/** Calls it so for those who do not see it. */
	name(name: string): void;
	tell(message: PageMessage): void;
	remove(): void;
}

/** What the pages of several Pis need of the window they share. */
export interface SharedWindow {
	/** Id of the Pi that the window's own page is about. */
	own(): string;
	/** The view that its own page is at, on view or behind. */
	view(): ViewId;
	/** Opens the page of a Pi at a view. */
	open(target: string, view: ViewId): TargetFrame;
	/** The window's own page is on view, at a view when it is to turn to that; or it is behind another. */
	showOwn(isOnView: boolean, view: ViewId | undefined): void;
	/** Puts an address into the browser's bar: as a new step of its history, or in the place of the last. */
	write(address: string, isNew: boolean): void;
	/** The window's own Pi is gone: opens the page of another in its place. */
	replaceOwn(target: string): void;
}

/** A Pi as the bridge lists it. */
interface Listed {
	readonly id: string;
	readonly name: string;
}

/**
 * One page for each Pi that was looked at, all in one window: its own, and frames for the others. Each has its own
 * connection, capture and stores, so that nothing that was begun on one Pi, be it a slider, a sweep or a scan, can ever
 * reach another, and those behind go on capturing.
 */
export class TargetPages {
	readonly #window: SharedWindow;
	readonly #frames = new Map<string, TargetFrame>();
	/** Undefined while the window's own page is on view. */
	#shown: string | undefined;

	constructor(window: SharedWindow) {
		this.#window = window;
	}

	/** Id of the Pi on view. */
	get shown(): string {
		return this.#shown ?? this.#window.own();
	}

	/** Shows the page of a Pi at a view. @param isStep the browser's history has led there, and has its address */
	turnTo(target: string, view: ViewId, isStep = false): void {
		if (target === this.shown) return;
		const before = this.#shown;
		const isOwn = target === this.#window.own();
		this.#shown = isOwn ? undefined : target;
		if (before === undefined) this.#window.showOwn(false, undefined);
		else this.#put(before, false, undefined);
		const kept = isStep ? undefined : view;
		if (isOwn) {
			this.#window.showOwn(true, kept);
			return;
		}
		if (!isStep) this.#window.write(`#/${target}/${view}`, true);
		if (this.#frames.has(target)) this.#put(target, true, kept);
		else this.#frames.set(target, this.#window.open(target, view));
	}

	/** A frame said something. */
	hear(from: TargetFrame, message: PageMessage): void {
		const isShown = this.#shown !== undefined && this.#frames.get(this.#shown) === from;
		// What is behind neither turns the window nor changes its address.
		if (!isShown) return;
		if (message.gpioscope === "turn") this.turnTo(message.target, message.view);
		else if (message.gpioscope === "address") this.#window.write(message.address, false);
	}

	/** A frame has loaded: what was told before is told again. */
	loaded(frame: TargetFrame): void {
		const [target] = [...this.#frames].find(([, one]) => one === frame) ?? [];
		if (target !== undefined && target !== this.#shown) this.#put(target, false, undefined);
	}

	/** The bridge has these Pis now: pages of others go, and the view turns to the first if it was on one of them. */
	list(targets: readonly Listed[]): void {
		const [first] = targets;
		if (first === undefined) return;
		for (const { id, name } of targets) this.#frames.get(id)?.name(name);
		const isListed = (id: string): boolean => targets.some((target) => target.id === id);
		const gone = [...this.#frames].filter(([id]) => !isListed(id));
		if (!isListed(this.#window.own())) {
			this.#window.replaceOwn(isListed(this.shown) ? this.shown : first.id);
			return;
		}
		if (!isListed(this.shown)) this.turnTo(this.#window.own(), this.#window.view());
		for (const [id, frame] of gone) {
			this.#frames.delete(id);
			frame.remove();
		}
	}

	#put(target: string, isOnView: boolean, view: ViewId | undefined): void {
		const frame = this.#frames.get(target);
		frame?.show(isOnView);
		frame?.tell({ gpioscope: "onView", isOnView, view });
	}
}

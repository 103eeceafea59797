import type { PageStanding } from "../../stores/onViewStore.ts";
import type { ViewId } from "../../stores/uiStore.ts";
import type { Size } from "../../theme/pageSize.ts";
import { layOutPanes, MOST_PANES, type Share } from "./layOutPanes.ts";
import type { PageMessage } from "./pageMessages.ts";

/** Where a page is in the window, and what it is told of that. */
export interface Placing extends PageStanding {
	/** Undefined while it is behind the others. */
	readonly share: Share | undefined;
	/** The keys are to go to it. */
	readonly takesFocus: boolean;
	/** It is to turn to this view. */
	readonly view: ViewId | undefined;
}

/** The page of another Pi, in a frame. */
export interface TargetFrame {
	/** Shows it in a part of the window, or hides it; hidden it goes on. */
	place(placing: Placing): void;
	/** Calls it so for those who do not see it. */
	name(name: string): void;
	remove(): void;
}

/** What the pages of several Pis need of the window they share. */
export interface SharedWindow {
	/** Id of the Pi that the window's own page is about. */
	own(): string;
	/** The view that its own page is at, on view or behind. */
	view(): ViewId;
	size(): Size;
	/** Opens the page of a Pi at a view. */
	open(target: string, view: ViewId): TargetFrame;
	placeOwn(placing: Placing): void;
	/** Puts an address into the browser's bar: as a new step of its history, or in the place of the last. */
	write(address: string, isNew: boolean): void;
	/** The window's own Pi is gone: opens the page of another in its place. */
	replaceOwn(target: string): void;
	/** Other Pis are on view than before. */
	remember(panes: readonly string[]): void;
}

/** A Pi as the bridge lists it. */
interface Listed {
	readonly id: string;
	readonly name: string;
}

/** A Pi among the pages; undefined is that of the window's own page, whatever its id. */
type Key = string | undefined;

/**
 * One page for each Pi that was looked at, all in one window: its own, and frames for the others. Each has its own
 * connection, capture and stores, so that nothing that was begun on one Pi, be it a slider, a sweep or a scan, can ever
 * reach another, and those behind go on capturing. One is on view, or several side by side, of which one has the keys.
 */
export class TargetPages {
	readonly #window: SharedWindow;
	readonly #frames = new Map<string, TargetFrame>();
	/** Those on view; the window's own is the first of them, as its page begins at the window's corner. */
	#panes: readonly Key[] = [undefined];
	#focus: Key;

	constructor(window: SharedWindow) {
		this.#window = window;
	}

	/** Id of the Pi that has the keys. */
	get shown(): string {
		return this.#idOf(this.#focus);
	}

	/** Ids of the Pis on view. */
	get panes(): readonly string[] {
		return this.#panes.map((key) => this.#idOf(key));
	}

	/**
	 * Goes to the page of a Pi where it is on view, else shows it at a view in the place of the one that has the keys.
	 * @param isStep the browser's history has led there, and has its address
	 */
	turnTo(target: string, view: ViewId, isStep = false): void {
		const key = this.#keyOf(target);
		if (key === this.#focus) return;
		if (this.#panes.includes(key)) this.#go(key, this.#panes, undefined, isStep);
		else {
			const panes = this.#panes.map((one) => (one === this.#focus ? key : one));
			this.#go(key, panes, isStep ? undefined : view, isStep);
		}
	}

	/** Shows the page of a Pi beside those on view; where there are too many, in the place of the one that has the keys. */
	showBeside(target: string, view: ViewId): void {
		const key = this.#keyOf(target);
		if (this.#panes.includes(key) || this.#panes.length >= MOST_PANES) this.turnTo(target, view);
		else this.#go(key, [...this.#panes, key], view, false);
	}

	/** Leaves the other pages on view. The last one stays. */
	close(target: string): void {
		const key = this.#keyOf(target);
		const panes = this.#panes.filter((one) => one !== key);
		if (panes.length === 0 || panes.length === this.#panes.length) return;
		this.#go(key === this.#focus ? panes[0] : this.#focus, panes, undefined, false);
	}

	/** The window shows these again, as far as they are listed. */
	restore(targets: readonly string[]): void {
		const [first, ...others] = targets;
		if (first === undefined || others.length === 0 || !targets.includes(this.shown)) return;
		const panes = targets.slice(0, MOST_PANES).map((target) => this.#keyOf(target));
		this.#go(this.#focus, panes, this.#window.view(), false);
	}

	/** The keys go to this page now: somebody has clicked on it. */
	focused(target: string): void {
		const key = this.#keyOf(target);
		if (key === this.#focus || !this.#panes.includes(key)) return;
		this.#focus = key;
		this.#place(undefined, undefined, false);
	}

	/** A frame said something. */
	hear(from: TargetFrame, message: PageMessage): void {
		const [key] = [...this.#frames].find(([, one]) => one === from) ?? [];
		// What is behind neither turns the window nor changes its address.
		if (key === undefined || !this.#panes.includes(key)) return;
		switch (message.gpioscope) {
			case "focus":
				this.focused(key);
				break;
			case "turn":
				this.focused(key);
				if (message.isBeside) this.showBeside(message.target, message.view);
				else this.turnTo(message.target, message.view);
				break;
			case "close":
				this.close(message.target);
				break;
			case "address":
				if (key === this.#focus) this.#window.write(message.address, false);
				break;
			case "standing":
				break;
		}
	}

	/** A frame has loaded: what was told before is told again. */
	loaded(frame: TargetFrame): void {
		const [key] = [...this.#frames].find(([, one]) => one === frame) ?? [];
		if (key !== undefined) this.#place(undefined, undefined, key === this.#focus);
	}

	/** The window has another size. */
	resized(): void {
		this.#place(undefined, undefined, false);
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
		const panes = this.#panes.filter((key) => isListed(this.#idOf(key)));
		if (panes.length < this.#panes.length) {
			const left = panes.length === 0 ? [undefined] : panes;
			this.#go(panes.includes(this.#focus) ? this.#focus : left[0], left, undefined, false);
		}
		for (const [id, frame] of gone) {
			this.#frames.delete(id);
			frame.remove();
		}
	}

	#go(focus: Key, panes: readonly Key[], view: ViewId | undefined, isStep: boolean): void {
		const isNew = !this.#panes.includes(focus);
		this.#panes = panes.includes(undefined)
			? [undefined, ...panes.filter((key) => key !== undefined)]
			: panes;
		this.#focus = focus;
		// What was on view says itself where it is once it has the keys; what has not loaded cannot.
		if (isNew && focus !== undefined && !isStep)
			this.#window.write(`#/${focus}/${view ?? this.#window.view()}`, true);
		this.#place(focus, view, true);
		this.#window.remember(this.panes);
	}

	/** @param turned the page that is to turn to the view; frames are opened at it */
	#place(turned: Key, view: ViewId | undefined, takesFocus: boolean): void {
		const size = this.#window.size();
		const shares = layOutPanes(this.#panes.length, size);
		const visible = shares === undefined ? [this.#focus] : this.#panes;
		const whole = layOutPanes(1, size);
		const placingOf = (key: Key): Placing => {
			const share = (shares ?? whole)?.[visible.indexOf(key)];
			return {
				share,
				isOnView: share !== undefined,
				isFocused: key === this.#focus,
				panes: visible.map((one) => this.#idOf(one)),
				canSplit: layOutPanes(2, size) !== undefined,
				takesFocus: takesFocus && key === this.#focus,
				view: key === turned ? view : undefined,
			};
		};
		this.#window.placeOwn(placingOf(undefined));
		for (const key of this.#panes)
			if (key !== undefined && !this.#frames.has(key))
				this.#frames.set(key, this.#window.open(key, view ?? this.#window.view()));
		for (const [key, frame] of this.#frames) frame.place(placingOf(key));
	}

	#keyOf(target: string): Key {
		return target === this.#window.own() ? undefined : target;
	}

	#idOf(key: Key): string {
		return key ?? this.#window.own();
	}
}

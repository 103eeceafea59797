import { connectionStore, ownTarget } from "../../stores/connectionStore.ts";
import { onViewStore } from "../../stores/onViewStore.ts";
import { showView, uiStore } from "../../stores/uiStore.ts";
import { measurePage } from "../../theme/pageSize.ts";
import { startRouting, targetInAddress } from "../route.ts";
import { readPanes, writePanes } from "./keptPanes.ts";
import { openFrame, placeElement } from "./openFrame.ts";
import { type PageMessage, readPageMessage } from "./pageMessages.ts";
import { type Placing, type TargetFrame, TargetPages } from "./TargetPages.ts";

/** This page is the one of another Pi, in a frame; only pages of this very site may have one. */
const isFramed = window.parent !== window;

/** What a person can want of the pages in the window. */
interface Pages {
	turnTo(target: string): void;
	showBeside(target: string): void;
	close(target: string): void;
}

let pages: Pages = { turnTo: () => {}, showBeside: () => {}, close: () => {} };

/** Shows another Pi at the view that this one is at; where it is on view, goes there. */
export function turnToTarget(target: string): void {
	pages.turnTo(target);
}

/** Shows another Pi beside those on view, at the view that this one is at. */
export function showTargetBeside(target: string): void {
	pages.showBeside(target);
}

/** Takes a Pi off the view, where there are several; its capture goes on. */
export function closeTarget(target: string): void {
	pages.close(target);
}

/** Ties this page to the address and to those of other Pis in the same window. */
export function startTargetPages(): void {
	if (isFramed) startInFrame();
	else startInWindow();
}

const viewNow = () => uiStore.getState().view;

function startInFrame(): void {
	const tell = (message: PageMessage): void => window.parent.postMessage(message, location.origin);
	const turn = (target: string, isBeside: boolean): void =>
		tell({ gpioscope: "turn", target, view: viewNow(), isBeside });
	pages = {
		turnTo: (target) => turn(target, false),
		showBeside: (target) => turn(target, true),
		close: (target) => tell({ gpioscope: "close", target }),
	};
	window.addEventListener("message", ({ source, origin, data }) => {
		if (source !== window.parent || origin !== location.origin) return;
		const message = readPageMessage(data);
		if (message?.gpioscope !== "standing") return;
		const { gpioscope: _, view, ...standing } = message;
		if (view !== undefined) showView(view);
		const wasFocused = onViewStore.getState().isFocused;
		onViewStore.setState(standing);
		// The window's address is that of the page with the keys.
		if (standing.isFocused && !wasFocused) tell({ gpioscope: "address", address: location.hash });
	});
	window.addEventListener("focus", () => tell({ gpioscope: "focus" }));
	startRouting({
		mayWrite: () => onViewStore.getState().isOnView,
		onChanged: (address) => tell({ gpioscope: "address", address }),
		onOther: (target) => turn(target, false),
		onOwn: () => {},
	});
}

/** Puts the window's own page into its part of the window, or behind the others. */
function placeOwn(placing: Placing): void {
	const { share: _share, takesFocus, view, ...standing } = placing;
	if (view !== undefined) showView(view);
	const element = document.getElementById("page");
	if (element !== null) {
		placeElement(element, placing);
		element.inert = !standing.isOnView;
	}
	measurePage();
	onViewStore.setState(standing);
	if (takesFocus) window.focus();
}

function startInWindow(): void {
	const frames = new Map<Window, TargetFrame>();
	const targetPages = new TargetPages({
		own: ownTarget,
		view: viewNow,
		size: () => ({ width: window.innerWidth, height: window.innerHeight }),
		open: (target, view) => openFrame(target, view, frames, (frame) => targetPages.loaded(frame)),
		placeOwn,
		write: (address, isNew) => {
			if (isNew) history.pushState(null, "", address);
			else history.replaceState(null, "", address);
		},
		replaceOwn: (target) => {
			history.replaceState(null, "", `#/${target}/${viewNow()}`);
			location.reload();
		},
		remember: writePanes,
	});
	pages = {
		turnTo: (target) => targetPages.turnTo(target, viewNow()),
		showBeside: (target) => targetPages.showBeside(target, viewNow()),
		close: (target) => targetPages.close(target),
	};
	window.addEventListener("message", ({ source, origin, data }) => {
		const frame = frames.get(source as Window);
		const message = origin === location.origin ? readPageMessage(data) : undefined;
		if (frame !== undefined && message !== undefined) targetPages.hear(frame, message);
	});
	window.addEventListener("focus", () => targetPages.focused(ownTarget()));
	window.addEventListener("resize", () => targetPages.resized());
	const isNamed = targetInAddress(location.hash) !== undefined;
	startRouting({
		mayWrite: () => onViewStore.getState().isFocused,
		onChanged: () => {},
		onOther: (target) => {
			const isKnown = connectionStore.getState().targets.some(({ id }) => id === target);
			targetPages.turnTo(isKnown ? target : ownTarget(), viewNow(), true);
		},
		onOwn: () => targetPages.turnTo(ownTarget(), viewNow(), true),
	});
	targetPages.resized();
	connectionStore.subscribe(({ targets }, before) => {
		if (targets === before.targets) return;
		targetPages.list(targets);
		if (before.targets.length > 0) return;
		const isListed = (id: string): boolean => targets.some((target) => target.id === id);
		targetPages.restore(readPanes(isNamed).filter(isListed));
	});
}

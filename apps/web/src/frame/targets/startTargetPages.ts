import { connectionStore, ownTarget } from "../../stores/connectionStore.ts";
import { onViewStore } from "../../stores/onViewStore.ts";
import { showView, uiStore, type ViewId } from "../../stores/uiStore.ts";
import { startRouting } from "../route.ts";
import { type PageMessage, readPageMessage } from "./pageMessages.ts";
import { type SharedWindow, type TargetFrame, TargetPages } from "./TargetPages.ts";
import styles from "./targetFrames.module.css";

/** This page is the one of another Pi, in a frame; only pages of this very site may have one. */
const isFramed = window.parent !== window;

let turn: (target: string, view: ViewId) => void = () => {};

/** Shows another Pi at the view that this one is at. */
export function turnToTarget(target: string): void {
	turn(target, uiStore.getState().view);
}

/** Ties this page to the address and to those of other Pis in the same window. */
export function startTargetPages(): void {
	if (isFramed) startInFrame();
	else startInWindow();
}

function putOnView(isOnView: boolean, view: ViewId | undefined): void {
	if (view !== undefined) showView(view);
	onViewStore.setState({ isOnView });
	const root = document.getElementById("root");
	if (root !== null) root.inert = !isOnView;
	if (isOnView) window.focus();
}

function startInFrame(): void {
	const tell = (message: PageMessage): void => window.parent.postMessage(message, location.origin);
	turn = (target, view) => tell({ gpioscope: "turn", target, view });
	window.addEventListener("message", ({ source, origin, data }) => {
		if (source !== window.parent || origin !== location.origin) return;
		const message = readPageMessage(data);
		if (message?.gpioscope === "onView") putOnView(message.isOnView, message.view);
	});
	startRouting({
		onChanged: (address) => tell({ gpioscope: "address", address }),
		onOther: (target) => turn(target, uiStore.getState().view),
		onOwn: () => {},
	});
}

function startInWindow(): void {
	const elements = new Map<Window, TargetFrame>();
	const shared: SharedWindow = {
		own: ownTarget,
		view: () => uiStore.getState().view,
		open: (target, view) => openFrame(target, view, elements, (frame) => pages.loaded(frame)),
		showOwn: putOnView,
		write: (address, isNew) => {
			if (isNew) history.pushState(null, "", address);
			else history.replaceState(null, "", address);
		},
		replaceOwn: (target) => {
			history.replaceState(null, "", `#/${target}/${uiStore.getState().view}`);
			location.reload();
		},
	};
	const pages = new TargetPages(shared);
	turn = (target, view) => pages.turnTo(target, view);
	window.addEventListener("message", ({ source, origin, data }) => {
		const frame = elements.get(source as Window);
		const message = origin === location.origin ? readPageMessage(data) : undefined;
		if (frame !== undefined && message !== undefined) pages.hear(frame, message);
	});
	startRouting({
		onChanged: () => {},
		onOther: (target) => {
			const isKnown = connectionStore.getState().targets.some(({ id }) => id === target);
			pages.turnTo(isKnown ? target : ownTarget(), uiStore.getState().view, true);
		},
		onOwn: () => pages.turnTo(ownTarget(), uiStore.getState().view, true),
	});
	connectionStore.subscribe(({ targets }, before) => {
		if (targets !== before.targets) pages.list(targets);
	});
}

function openFrame(
	target: string,
	view: ViewId,
	elements: Map<Window, TargetFrame>,
	onLoad: (frame: TargetFrame) => void,
): TargetFrame {
	const element = document.createElement("iframe");
	const nameOf = (name: string): void => {
		element.title = name;
	};
	const listed = connectionStore.getState().targets.find(({ id }) => id === target);
	nameOf(listed?.name ?? target);
	element.className = styles["frame"] ?? "";
	element.src = `${location.pathname}${location.search}#/${target}/${view}`;
	element.allow = "clipboard-read; clipboard-write; fullscreen";
	const frame: TargetFrame = {
		show: (isShown) => {
			element.toggleAttribute("data-behind", !isShown);
			if (isShown) element.contentWindow?.focus();
		},
		name: nameOf,
		tell: (message) => element.contentWindow?.postMessage(message, location.origin),
		remove: () => {
			if (element.contentWindow !== null) elements.delete(element.contentWindow);
			element.remove();
		},
	};
	element.addEventListener("load", () => {
		onLoad(frame);
		if (!element.hasAttribute("data-behind")) element.contentWindow?.focus();
	});
	document.body.append(element);
	if (element.contentWindow !== null) elements.set(element.contentWindow, frame);
	return frame;
}

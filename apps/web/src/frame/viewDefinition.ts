import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { Action } from "../actions/defineAction.ts";
import type { ViewId } from "../stores/uiStore.ts";

/** One tab of the drawer below a view. */
export interface DrawerTab {
	readonly id: string;
	readonly label: string;
	readonly Content: ComponentType;
	/** At the right of the row of tabs while this one is on view. */
	readonly Tools?: ComponentType;
	/** A small figure beside the label; a component so that it updates alone. */
	readonly Count?: ComponentType;
}

/** Something a view finds for what was typed into the palette. */
export interface Finding {
	readonly id: string;
	readonly label: string;
	readonly description?: string;
	readonly icon?: LucideIcon;
	readonly run: () => void;
}

/** What mouse or fingers do in a view. */
export interface Gesture {
	readonly does: string;
	readonly by: string;
	/** How it is done instead where the wheel scrolls and Ctrl wheel zooms. */
	readonly bySwapped?: string;
}

/** One main view: what the frame needs to show it. */
export interface ViewDefinition {
	readonly id: ViewId;
	readonly label: string;
	readonly icon: LucideIcon;
	/** Fills the middle. */
	readonly Main: ComponentType;
	/** 36 px row under the header bar; not shown on a phone unless `phoneToolbar`. */
	readonly Toolbar?: ComponentType;
	readonly phoneToolbar?: boolean;
	/** Column at the right. */
	readonly Inspector?: ComponentType;
	/** What stands between the view and the tabs on a phone: a strip, or a sheet that the view opens. */
	readonly PhoneSheet?: ComponentType;
	/** Width of the inspector in px when nobody dragged it. */
	readonly inspectorWidth?: number;
	/** The inspector takes the whole height; the drawer stops at it instead of running under it. */
	readonly tallInspector?: boolean;
	/** Tabs of the drawer; none shows no drawer. */
	readonly drawer?: readonly DrawerTab[];
	/** What a person can do in this view; the frame gives them their keys and their place in the palette. */
	readonly actions?: readonly Action[];
	/** What mouse and fingers do here, for the list of keys. */
	readonly gestures?: readonly Gesture[];
	/** What of this view fits a text in the palette, such as places and markers; from any view, which then turns to this. */
	readonly search?: (text: string) => readonly Finding[];
	/** Figures of this view in the status bar, right of the common ones. */
	readonly StatusItems?: ComponentType;
}

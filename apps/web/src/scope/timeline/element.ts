/** Makes an element of a class inside a parent. */
export function addElement<K extends keyof HTMLElementTagNameMap>(
	parent: Element,
	tag: K,
	className: string | undefined,
): HTMLElementTagNameMap[K] {
	const element = document.createElement(tag);
	if (className !== undefined) element.className = className;
	parent.append(element);
	return element;
}

/** Sets text only when it differs, so that a still page stays still. */
export function setText(element: Element, text: string): void {
	if (element.textContent !== text) element.textContent = text;
}

/** Shows or hides without taking the element away. */
export function setShown(element: HTMLElement, isShown: boolean): void {
	const display = isShown ? "" : "none";
	if (element.style.display !== display) element.style.display = display;
}

import type { TargetFacts } from "@gpioscope/protocol";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectionStore } from "../stores/connectionStore.ts";
import { ARM_TIMEOUT_MS, isArmed, setArmed } from "../stores/uiStore.ts";
import { startKeepingArmed } from "./keepArmed.ts";

describe("startKeepingArmed", () => {
	let stop: () => void = () => {};

	/** Another page is opened, about a Pi. */
	function open(host: string): void {
		stop();
		connectionStore.setState({ target: undefined });
		setArmed(false);
		stop = startKeepingArmed();
		const target: TargetFacts = {
			id: "pi",
			name: host,
			address: { host, port: 8888 },
			simulated: false,
			state: { kind: "connecting" },
		};
		connectionStore.setState({ target });
	}

	beforeEach(() => {
		vi.useFakeTimers();
	});
	afterEach(() => {
		stop();
		vi.useRealTimers();
		setArmed(false);
	});

	it("arms a page again only for the Pi that it was armed for", () => {
		open("bench");
		setArmed(true);
		stop();
		open("shed");
		expect(isArmed()).toBe(false);
		open("bench");
		expect(isArmed()).toBe(true);
		setArmed(false);
		open("bench");
		expect(isArmed()).toBe(false);
	});

	it("forgets it after the hour", () => {
		open("bench");
		setArmed(true);
		stop();
		vi.advanceTimersByTime(ARM_TIMEOUT_MS);
		open("bench");
		expect(isArmed()).toBe(false);
	});
});

import { describe, expect, it } from "vitest";
import { allowsAccess } from "./access.ts";
import { commandNames, commands } from "./commands/registry.ts";

describe("access", () => {
	it("grants what is less, never what is more", () => {
		expect(allowsAccess("drive", "observe")).toBe(true);
		expect(allowsAccess("drive", "drive")).toBe(true);
		expect(allowsAccess("drive", "bus")).toBe(false);
		expect(allowsAccess("observe", "system")).toBe(false);
	});

	it("lets an observer change nothing", () => {
		const observed = commandNames.filter((name) => commands[name].access === "observe");
		expect(observed.map((name) => commands[name].mnemonic).sort()).toEqual(
			[
				..."BR1 BR2 CGI GDC GPW HELP HWVER MICS MILS MODEG PADG PARSE PFG PIGPV PRG PROCP PRRG READ".split(
					" ",
				),
				..."TICK WVBSY WVSC WVSM WVSP WVTAT".split(" "),
			].sort(),
		);
	});

	it("keeps programs, custom functions and settings of the daemon for the highest class", () => {
		const highest = commandNames.filter((name) => commands[name].access === "system");
		expect(highest.map((name) => commands[name].mnemonic).sort()).toEqual(["CF1", "CF2", "CSI", "SHELL"]);
	});
});

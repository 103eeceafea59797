import type { ConnectionCause } from "@gpioscope/protocol";

/** One way in which a connection to pigpiod fails. */
export interface ConnectionHelp {
	readonly title: string;
	/** How it shows, and why. */
	readonly shows: string;
	readonly remedy: string;
}

/** What can be wrong on the way to pigpiod, the most frequent first. */
export const connectionHelp: Readonly<
	Record<Exclude<ConnectionCause["code"], "protocol" | "other">, ConnectionHelp>
> = {
	refused: {
		title: "pigpiod does not run",
		shows: "The connection is refused at once: the Pi is on, but nothing listens on the port.",
		remedy:
			"Start it there with sudo pigpiod, or for every start of the Pi with sudo systemctl enable --now pigpiod.",
	},
	localOnly: {
		title: "It serves its own computer only (-l)",
		shows: "With -l pigpiod listens on ::1 alone: refused from other computers, and at 127.0.0.1 too.",
		remedy:
			"On the Pi use localhost or ::1. From elsewhere run gpioscope on the Pi, or start pigpiod without -l.",
	},
	notAllowed: {
		title: "It serves other computers only (-n)",
		shows: "The connection is taken and closed at once, without an answer.",
		remedy: "Add the address of gpioscope's computer with another -n. With -n only IPv4 is served.",
	},
	firewall: {
		title: "A firewall is between",
		shows: "The Pi answers on other ports, but not on this one.",
		remedy: "Open the port there, for example sudo ufw allow from ADDRESS to any port 8888.",
	},
	timeout: {
		title: "The Pi does not answer",
		shows: "Nothing comes back at all: it is off, has another address, or a firewall swallows what is sent.",
		remedy: "Check that it is on, and its address with hostname -I.",
	},
	nameNotFound: {
		title: "The name is not known",
		shows: "No address is found for the host's name.",
		remedy: "Check the spelling, try NAME.local, or use the IP address.",
	},
	unreachable: {
		title: "There is no way to it",
		shows: "The network says that the address cannot be reached, or a firewall rejects it.",
		remedy: "Check that both are on the same network.",
	},
	otherDaemon: {
		title: "rgpiod runs there instead",
		shows: "Port 8889 is open: that is rgpiod, the successor by the same author, with another protocol.",
		remedy: "gpioscope needs pigpiod, on port 8888 unless started with -p. Both can run side by side.",
	},
	notPigpiod: {
		title: "Another program is there",
		shows: "What listens on the port does not answer as pigpiod does.",
		remedy: "Check the port; pigpiod's is 8888 unless started with -p.",
	},
	wrongBoard: {
		title: "It is a Pi 5",
		shows: "pigpiod refuses to start: unknown rev code. The Pi 5 has its GPIOs in another chip.",
		remedy: "Use a Pi up to the 4 or Zero 2 W.",
	},
	notInstalled: {
		title: "pigpiod is not installed",
		shows: "Nothing listens, and there is no program of that name.",
		remedy:
			"Install it with sudo apt install pigpio; on Raspberry Pi OS 13 build it from github.com/joan2937/pigpio.",
	},
	closed: {
		title: "It went away",
		shows: "A connection that worked was closed: pigpiod was stopped, restarted, or crashed.",
		remedy: "gpioscope connects again by itself. If it stays away, look at journalctl -u pigpiod.",
	},
};

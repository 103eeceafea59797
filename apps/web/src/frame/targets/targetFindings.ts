import { Server } from "lucide-react";
import { connectionStore, ownTarget } from "../../stores/connectionStore.ts";
import type { Finding } from "../viewDefinition.ts";
import { turnToTarget } from "./startTargetPages.ts";

/** The other Pis with all words of a text in their name or address, to turn to. */
export function targetFindings(text: string): readonly Finding[] {
	const words = text.trim().toLowerCase().split(/\s+/);
	return connectionStore
		.getState()
		.targets.filter(({ id }) => id !== ownTarget())
		.filter(({ name, address: { host } }) =>
			words.every((word) => `turn to ${name} ${host}`.toLowerCase().includes(word)),
		)
		.map(({ id, name, address }) => ({
			id: `target.${id}`,
			label: `Turn to ${name}`,
			description: address.host,
			icon: Server,
			run: () => turnToTarget(id),
		}));
}

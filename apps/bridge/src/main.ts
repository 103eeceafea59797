import { formatTargetAddress } from "@gpioscope/protocol";
import { parseConfig, UsageError } from "./config.ts";
import { type Bridge, createBridge, type Listening } from "./createBridge.ts";
import { explainStartError } from "./explainStartError.ts";

process.exitCode = await run();

async function run(): Promise<number> {
	try {
		const config = parseConfig(process.argv.slice(2), process.env);
		const bridge = await createBridge(config, { onNotice: (sentence) => console.log(`\n${sentence}`) });
		const listening = await bridge.listen().catch(async (error: unknown) => {
			await bridge.close();
			throw error;
		});
		console.log(whatIsShown(bridge));
		console.log(`\n  Open  ${listening.url}\n`);
		if (listening.lineSocket !== undefined) console.log(`Line server on ${listening.lineSocket}\n`);
		console.log(whoElseCanOpen(listening));
		await signalled();
		await bridge.close();
		return 0;
	} catch (error) {
		if (error instanceof UsageError) {
			console.log(error.message);
			return error.exitCode;
		}
		console.error(explainStartError(error));
		return 1;
	}
}

function whatIsShown({ found, targets }: Bridge): string {
	const address = formatTargetAddress(found.destination);
	const [, ...others] = targets.all.map(
		({ name, destination }) => `Also ${name} on ${formatTargetAddress(destination)}.`,
	);
	const first =
		found.simulator === undefined
			? [`gpioscope shows pigpiod on ${address}.`]
			: [
					"gpioscope shows a SIMULATED Pi: no real pin is read or changed.",
					`It speaks pigpiod's protocol on ${address}. Use --pi HOST for a real one.`,
				];
	return [...first, ...others].join("\n");
}

function whoElseCanOpen({ outwardUrls }: Listening): string {
	if (outwardUrls.length === 0) return "Ctrl C ends it.";
	return [
		"From other computers:",
		...outwardUrls.map((url) => `  ${url}`),
		"The network sees everything, the token too: use this only where you trust it.\n\nCtrl C ends it.",
	].join("\n");
}

/** Resolves at Ctrl C, or when the system asks to stop. */
function signalled(): Promise<void> {
	return new Promise((resolve) => {
		process.once("SIGINT", resolve);
		process.once("SIGTERM", resolve);
	});
}

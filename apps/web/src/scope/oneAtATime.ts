/** Runs a question whenever asked, one at a time; asked again meanwhile, it runs once more. */
export function oneAtATime(question: () => Promise<void>): () => void {
	let isRunning = false;
	let isWanted = false;
	const run = (): void => {
		if (isRunning) {
			isWanted = true;
			return;
		}
		isRunning = true;
		isWanted = false;
		question()
			.catch((error: unknown) => console.error("The capture did not answer.", error))
			.finally(() => {
				isRunning = false;
				if (isWanted) run();
			});
	};
	return run;
}

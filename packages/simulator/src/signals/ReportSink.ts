/** Takes reports as words: sequence number and flags, tick, levels. */
export interface ReportSink {
	/** Whether so much is waiting to be read that the daemon would block here. */
	readonly isFull: boolean;
	/** Ensures room for `reports` reports and returns the array to put them into. */
	reserve(reports: number): Uint32Array;
	/** The index in the array at which the next report goes; to be moved on by three words a report. */
	position: number;
	/** Is told that the reports of a round are complete. */
	endRound?(): void;
	/** Is told that the handle it belonged to is free. */
	close?(): void;
}

/** Levels of a GPIO, and what a callback has in their place when a watchdog's time is over. */
export const Level = { LOW: 0, HIGH: 1, TIMEOUT: 2 } as const;

/** Modes of a GPIO. */
export const Mode = { INPUT: 0, OUTPUT: 1, ALT0: 4, ALT1: 5, ALT2: 6, ALT3: 7, ALT4: 3, ALT5: 2 } as const;

/** Internal resistors of a GPIO. */
export const Pull = { OFF: 0, DOWN: 1, UP: 2 } as const;

/** How a wave is sent: `..._SYNC` waits for the end of the one being sent. */
export const WaveMode = { ONE_SHOT: 0, REPEAT: 1, ONE_SHOT_SYNC: 2, REPEAT_SYNC: 3 } as const;

/** What `getCurrentWave` answers if it is not the number of a wave. */
export const CurrentWave = { NOT_FOUND: 9998, NONE: 9999 } as const;

/** How a file is opened: READ, WRITE or both, and what else is to be done, added. */
export const FileMode = { READ: 1, WRITE: 2, READ_WRITE: 3, APPEND: 4, CREATE: 8, TRUNCATE: 16 } as const;

/** Where `seekFile` counts from. */
export const SeekFrom = { START: 0, CURRENT: 1, END: 2 } as const;

/** States of a script. */
export const ScriptState = { INITIALISING: 0, HALTED: 1, RUNNING: 2, WAITING: 3, FAILED: 4 } as const;

/** Flags of SPI; `spiFlags` puts them together. */
export const SpiFlag = {
	MODE_0: 0,
	MODE_1: 1,
	MODE_2: 2,
	MODE_3: 3,
	CPHA: 1,
	CPOL: 2,
	CS_HIGH_ACTIVE: 1 << 2,
	TX_LSB_FIRST: 1 << 14,
	RX_LSB_FIRST: 1 << 15,
} as const;

/** Flags of a report, with the GPIO or event it is about in the lowest bits. */
export const ReportFlag = { EVENT: 1 << 7, ALIVE: 1 << 6, WATCHDOG: 1 << 5, DETAIL: 31 } as const;

/** The event that tells of activity of the I2C or SPI slave. */
export const EVENT_BSC = 31;

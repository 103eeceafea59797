/** The parts of a zip archive that its readers and writers need, little endian; offsets in bytes (APPNOTE 6.3). */
export const localHeader = {
	signature: 0x04034b50,
	flags: 6,
	method: 8,
	crc: 14,
	compressedSize: 18,
	size: 22,
	nameLength: 26,
	extraLength: 28,
	length: 30,
} as const;

export const directoryEntry = {
	signature: 0x02014b50,
	flags: 8,
	method: 10,
	crc: 16,
	compressedSize: 20,
	size: 24,
	nameLength: 28,
	extraLength: 30,
	commentLength: 32,
	offset: 42,
	length: 46,
} as const;

export const directoryEnd = {
	signature: 0x06054b50,
	diskEntries: 8,
	entries: 10,
	directorySize: 12,
	directoryOffset: 16,
	commentLength: 20,
	length: 22,
} as const;

/** Stands before the directory's end when some number does not fit 32 bits. */
export const wideLocator = { signature: 0x07064b50, endOffset: 8, length: 20 } as const;
export const wideEnd = { signature: 0x06064b50, entries: 32, directoryOffset: 48, length: 56 } as const;

/** Bits of the flags. */
export const zipFlag = { encrypted: 1, sizesFollow: 8, utf8: 0x800 } as const;
/** How a member is packed. */
export const zipMethod = { stored: 0, deflated: 8 } as const;
/** The extra field with 64-bit numbers in place of those that are all ones. */
export const WIDE_FIELD = 1;
export const ALL_ONES = 0xffff_ffff;

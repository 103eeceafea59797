/**
 * What a command may do, least to most: read the board, drive it, talk on its buses, run programs in the
 * daemon, read and write the Pi's files, run programs on the Pi or change the daemon itself.
 */
export const accessClasses = ["observe", "drive", "bus", "script", "file", "system"] as const;

export type AccessClass = (typeof accessClasses)[number];

/** Says whether someone granted `granted` may use a command that needs `needed`. */
export function allowsAccess(granted: AccessClass, needed: AccessClass): boolean {
	return accessClasses.indexOf(granted) >= accessClasses.indexOf(needed);
}

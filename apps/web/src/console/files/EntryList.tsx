import { useVirtualizer } from "@tanstack/react-virtual";
import { File, Folder, FolderOpen } from "lucide-react";
import { useRef } from "react";
import { useStore } from "zustand";
import { ProblemNote } from "../../panels/act/index.ts";
import { useActBar } from "../../stores/actBar.ts";
import { usePhone } from "../../theme/phone.ts";
import { EmptyNote } from "../../widgets/EmptyNote.tsx";
import { list, open } from "./fileDeeds.ts";
import { fileRemedy } from "./fileRemedy.ts";
import styles from "./files.module.css";
import { filesStore, type Listing } from "./filesStore.ts";
import type { Entry } from "./listing.ts";

/** Heights of a row in px, by mouse and by touch. */
const ROW = 24;
const TOUCH_ROW = 44;

/** The files and folders that match the pattern. */
export function EntryList() {
	const listing = useStore(filesStore, (state) => state.listing);
	switch (listing.kind) {
		case "none":
			return (
				<EmptyNote icon={FolderOpen}>
					Give a path with * and List. What /opt/pigpio/access on the Pi permits can be opened here.
				</EmptyNote>
			);
		case "asking":
			return <EmptyNote>Asking for {listing.pattern}</EmptyNote>;
		case "failed":
			return (
				<ProblemNote
					error={listing.error}
					remedy={fileRemedy(listing.error, listing.pattern, "read")}
					onRetry={() => void list(listing.pattern)}
				/>
			);
		case "listed":
			return <Rows listing={listing} />;
	}
}

function Rows({ listing }: { readonly listing: Extract<Listing, { kind: "listed" }> }) {
	const { entries, isCut } = listing;
	const scroller = useRef<HTMLDivElement>(null);
	const height = usePhone() ? TOUCH_ROW : ROW;
	const opened = useStore(filesStore, ({ opened }) =>
		opened.kind === "file" ? opened.file.path : opened.kind === "none" ? undefined : opened.path,
	);
	const bar = useActBar();
	const rows = useVirtualizer({
		count: entries.length,
		getScrollElement: () => scroller.current,
		estimateSize: () => height,
		overscan: 12,
	});
	return (
		<>
			<p className={styles["count"]}>
				{entries.length} {entries.length === 1 ? "match" : "matches"} of {listing.pattern}
				{isCut && ". More may match than fit into an answer: narrow the pattern."}
			</p>
			<div ref={scroller} className={styles["entries"]}>
				<ul style={{ height: rows.getTotalSize() }} aria-label="Files and folders">
					{rows.getVirtualItems().map(({ index, start }) => {
						const entry = entries[index];
						return (
							entry !== undefined && (
								<li
									key={entry.path}
									style={{ height, transform: `translateY(${start}px)` }}
									aria-current={entry.path === opened || undefined}
								>
									<EntryButton entry={entry} isDisabled={bar === "disconnected" || bar === "viewer"} />
								</li>
							)
						);
					})}
				</ul>
			</div>
		</>
	);
}

function EntryButton({ entry, isDisabled }: { readonly entry: Entry; readonly isDisabled: boolean }) {
	const { path, name, isFolder } = entry;
	const Icon = isFolder ? Folder : File;
	return (
		<button
			type="button"
			className={styles["entry"]}
			disabled={isDisabled}
			title={path}
			onClick={() => void (isFolder ? list(`${path}*`) : open(path))}
		>
			<Icon size={14} />
			<span>{name}</span>
			{isFolder && <span className="visuallyHidden">, folder</span>}
		</button>
	);
}

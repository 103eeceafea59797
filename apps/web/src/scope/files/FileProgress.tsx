import { useStore } from "zustand";
import { byteText } from "../../widgets/byteText.ts";
import styles from "./FileProgress.module.css";
import { filesStore, type RunningFile } from "./filesStore.ts";

/** Files that are being read or written: a thin bar at the top of the view, how far each is, and a way to end it. */
export function FileProgress() {
	const running = useStore(filesStore, (state) => state.running);
	const first = running[0];
	if (first === undefined) return null;
	return (
		<>
			<div
				className={styles["bar"]}
				role="progressbar"
				aria-label={`${first.verb} ${first.name}`}
				aria-valuemin={0}
				aria-valuemax={100}
				{...(first.share !== undefined && { "aria-valuenow": Math.floor(first.share * 100) })}
			>
				<span
					className={styles["done"]}
					data-unknown={first.share === undefined || undefined}
					style={{ transform: `scaleX(${first.share ?? 1})` }}
				/>
			</div>
			<ul className={styles["list"]} aria-label="Files being read or written">
				{running.map((file) => (
					<li key={file.id}>
						<span className={styles["verb"]}>{file.verb}</span>
						<span className={styles["name"]}>{file.name}</span>
						<span className={styles["share"]}>{howFar(file)}</span>
						<button type="button" onClick={() => file.cancel()}>
							Cancel
						</button>
					</li>
				))}
			</ul>
		</>
	);
}

function howFar({ share, done }: RunningFile): string {
	return share === undefined ? byteText(done) : `${Math.floor(share * 100)}\u00a0%`;
}

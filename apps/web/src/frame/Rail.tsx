import { useView } from "../stores/hooks.ts";
import { showView } from "../stores/uiStore.ts";
import styles from "./Rail.module.css";
import { views } from "./views.ts";

/** The column of views at the left; Settings stands at its foot. */
export function Rail() {
	const current = useView();
	return (
		<nav className={styles["rail"]} aria-label="Views">
			{views.map(({ id, label, icon: Icon }) => (
				<button
					key={id}
					type="button"
					className={styles["item"]}
					data-last={id === "settings" || undefined}
					aria-current={id === current ? "page" : undefined}
					aria-label={label}
					onClick={(event) => {
						showView(id);
						// Reached by mouse: the keys, Space above all, are the view's now.
						if (event.detail > 0) event.currentTarget.blur();
					}}
				>
					<Icon size={18} />
					<span>{label}</span>
				</button>
			))}
		</nav>
	);
}

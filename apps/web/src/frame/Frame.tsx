import { useView } from "../stores/hooks.ts";
import { usePhone } from "../theme/phone.ts";
import { ConnectionBanner } from "./ConnectionBanner.tsx";
import styles from "./Frame.module.css";
import { HeaderBar } from "./HeaderBar.tsx";
import { PhoneFrame } from "./PhoneFrame.tsx";
import { Rail } from "./Rail.tsx";
import { focusMain } from "./regions.ts";
import { StatusBar } from "./StatusBar.tsx";
import { ViewBody } from "./ViewBody.tsx";
import { viewById } from "./views.ts";

/** The page around the views: header bar, rail, the current view, status bar. */
export function Frame() {
	const isPhone = usePhone();
	const view = viewById(useView());
	if (isPhone) return <PhoneFrame view={view} />;
	return (
		<div className={styles["frame"]}>
			{/* A button: a link to #main would put that in the place of the page's route. */}
			<button type="button" className={styles["skip"]} onClick={focusMain}>
				To main view
			</button>
			<HeaderBar />
			<Rail />
			<div className={styles["body"]}>
				<ConnectionBanner />
				<ViewBody key={view.id} view={view} />
			</div>
			<StatusBar view={view} />
		</div>
	);
}

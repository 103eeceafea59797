import { useMediaQuery } from "@mantine/hooks";
import { useView } from "../stores/hooks.ts";
import { ConnectionBanner } from "./ConnectionBanner.tsx";
import styles from "./Frame.module.css";
import { HeaderBar } from "./HeaderBar.tsx";
import { PhoneFrame } from "./PhoneFrame.tsx";
import { Rail } from "./Rail.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { ViewBody } from "./ViewBody.tsx";
import { viewById } from "./views.ts";

/** Under this width the page is one column with tabs. */
const PHONE = "(max-width: 719px)";

/** The page around the views: header bar, rail, the current view, status bar. */
export function Frame() {
	const isPhone = useMediaQuery(PHONE, window.matchMedia(PHONE).matches, { getInitialValueInEffect: false });
	const view = viewById(useView());
	if (isPhone) return <PhoneFrame view={view} />;
	return (
		<div className={styles["frame"]}>
			<a className={styles["skip"]} href="#main">
				To main view
			</a>
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

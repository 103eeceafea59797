import { useView } from "../stores/hooks.ts";
import { usePhone } from "../theme/phone.ts";
import { ConnectionBanner } from "./ConnectionBanner.tsx";
import styles from "./Frame.module.css";
import { HeaderBar } from "./HeaderBar.tsx";
import { PhoneFrame } from "./PhoneFrame.tsx";
import { Rail } from "./Rail.tsx";
import { SkipLink } from "./SkipLink.tsx";
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
			<SkipLink />
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

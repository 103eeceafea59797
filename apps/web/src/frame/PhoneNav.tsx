import { Menu } from "@mantine/core";
import { Ellipsis } from "lucide-react";
import { showView, type ViewId } from "../stores/uiStore.ts";
import styles from "./PhoneFrame.module.css";
import { views } from "./views.ts";

/** As many tabs as thumbs tell apart, one of them for all other views. */
const TABS = 4;

/** The views at the foot of a phone. */
export function PhoneNav({ current }: { readonly current: ViewId }) {
	const others = views.slice(TABS);
	const other = others.find(({ id }) => id === current);
	const { icon: MoreIcon, label: moreLabel } = other ?? { icon: Ellipsis, label: "More" };
	return (
		<nav className={styles["nav"]} aria-label="Views">
			{views.slice(0, TABS).map(({ id, label, icon: Icon }) => (
				<button
					key={id}
					type="button"
					className={styles["tab"]}
					aria-current={id === current ? "page" : undefined}
					onClick={() => showView(id)}
				>
					<Icon size={22} />
					{label}
				</button>
			))}
			<Menu position="top-end" width={200}>
				<Menu.Target>
					<button
						type="button"
						className={styles["tab"]}
						aria-current={other === undefined ? undefined : "page"}
						aria-label={other === undefined ? "More views" : `${other.label}, more views`}
					>
						<MoreIcon size={22} />
						{moreLabel}
					</button>
				</Menu.Target>
				<Menu.Dropdown>
					{others.map(({ id, label, icon: Icon }) => (
						<Menu.Item
							key={id}
							leftSection={<Icon size={20} />}
							mih={44}
							aria-current={id === current ? "page" : undefined}
							onClick={() => showView(id)}
						>
							{label}
						</Menu.Item>
					))}
				</Menu.Dropdown>
			</Menu>
		</nav>
	);
}

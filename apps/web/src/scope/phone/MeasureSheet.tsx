import { Tabs } from "@mantine/core";
import { tables } from "../drawer/tables.ts";
import { FindField } from "../find/FindField.tsx";
import { ScopeInspector } from "../inspector/ScopeInspector.tsx";
import styles from "./MeasureSheet.module.css";

/** What the inspector and the drawer hold beside wide traces, one under another on a phone's sheet. */
export function MeasureSheet() {
	return (
		<Tabs defaultValue="inspector" keepMounted={false} className={styles["sheet"] ?? ""}>
			<Tabs.List className={styles["tabs"] ?? ""} aria-label="Measure">
				<Tabs.Tab value="inspector">Here</Tabs.Tab>
				{tables.map(({ id, label, Count }) => (
					<Tabs.Tab key={id} value={id}>
						{label}
						{Count !== undefined && (
							<span className={styles["count"]}>
								<Count />
							</span>
						)}
					</Tabs.Tab>
				))}
			</Tabs.List>
			<Tabs.Panel value="inspector" className={styles["panel"] ?? ""}>
				<div className={styles["find"]}>
					<FindField />
				</div>
				<ScopeInspector />
			</Tabs.Panel>
			{tables.map(({ id, Content }) => (
				<Tabs.Panel key={id} value={id} className={styles["panel"] ?? ""}>
					<Content />
				</Tabs.Panel>
			))}
		</Tabs>
	);
}

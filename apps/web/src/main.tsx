import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/index.css";
import "@mantine/core/styles.css";
import "@mantine/dropzone/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./theme/tokens.css";
import "./theme/base.css";
import "./theme/mantine.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { startBridge } from "./bridge/index.ts";
import { targetInAddress } from "./frame/route.ts";
import { startTargetPages } from "./frame/targets/startTargetPages.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

// The bridge client reads the token from the address first and removes it; only then is the address a route.
startBridge(targetInAddress(location.hash));
startTargetPages();
createRoot(root).render(
	<StrictMode>
		<App />
	</StrictMode>,
);

import { notifications } from "@mantine/notifications";
import { showError } from "../../actions/showError.ts";
import { bridge } from "../../bridge/index.ts";

/** Calls a Pi something else; says why when that was refused. */
export async function renameTarget(target: string, name: string): Promise<boolean> {
	try {
		await bridge.renameTarget(target, name);
		return true;
	} catch (error) {
		showError("Rename", error);
		return false;
	}
}

/** Takes a Pi off the list; says why when that was refused. */
export async function removeTarget(target: string, name: string): Promise<void> {
	try {
		await bridge.removeTarget(target);
		notifications.show({
			message: `${name} is off the list. What was opened there through gpioscope is freed.`,
		});
	} catch (error) {
		showError(`Remove ${name}`, error);
	}
}

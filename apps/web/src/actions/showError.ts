import { notifications } from "@mantine/notifications";
import { errorText, errorWords } from "./errorWords.ts";

/** Tells what failed and why, until the person closes it. */
export function showError(what: string, error: unknown): void {
	const { message } = errorWords(error);
	notifications.show({
		id: `error:${what}:${message}`,
		color: "red",
		title: what,
		message: errorText(error),
		autoClose: false,
	});
}

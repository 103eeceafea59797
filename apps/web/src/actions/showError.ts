import { notifications } from "@mantine/notifications";

/** Tells what failed and why, until the person closes it. */
export function showError(what: string, error: unknown): void {
	const remedy = error instanceof Error && "remedy" in error ? error.remedy : undefined;
	const cause = error instanceof Error ? error.message : String(error);
	notifications.show({
		id: `error:${what}:${cause}`,
		color: "red",
		title: what,
		message: typeof remedy === "string" ? `${cause} ${remedy}` : cause,
		autoClose: false,
	});
}

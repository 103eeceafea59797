import { InvalidArgument } from "@gpioscope/protocol";

/** Why a client does not send NO: it has other ways to reports. */
export function reportsAmongReplies(): InvalidArgument {
	return new InvalidArgument(
		"openNotification",
		"",
		"its reports would come between the replies of other commands; use openFeed, which has its own connection",
	);
}

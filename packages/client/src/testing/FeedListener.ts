import type { TcpPi as Pi } from "../Pi.ts";
import type { Feed, FeedBegin, FeedOptions } from "../PiTransport.ts";

/** Everything a feed says, and a way to wait for it. */
export class FeedListener {
	readonly said: unknown[] = [];
	readonly begins: FeedBegin[] = [];
	readonly feed: Feed;
	#waiting: (() => void)[] = [];

	constructor(pi: Pi, options: Partial<FeedOptions> = {}) {
		this.feed = pi.openFeed({
			bits: 0xffff_ffff,
			onBegin: (begin) => {
				this.begins.push(begin);
				this.#say("begin");
			},
			onChanges: (ticks, levels, count) => {
				for (let i = 0; i < count; i++) this.said.push([ticks[i], levels[i]]);
				this.#say();
			},
			onWatchdog: (gpio, tick) => this.#say({ watchdog: gpio, tick }),
			onEvent: (event, tick) => this.#say({ event, tick }),
			onLoss: (loss) => this.#say(loss),
			onEnd: () => this.#say("end"),
			...options,
		});
	}

	async until(condition: () => boolean): Promise<void> {
		while (!condition()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
	}

	#say(what?: unknown): void {
		if (what !== undefined) this.said.push(what);
		for (const resolve of this.#waiting.splice(0)) resolve();
	}
}

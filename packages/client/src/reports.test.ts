import { decodeReport, REPORT_BYTES, type Report } from "@gpioscope/protocol";
import { describe, expect, it } from "vitest";
import type { Clock } from "./clock.ts";
import type { TcpPi as Pi } from "./Pi.ts";
import type { PiOptions } from "./PiOptions.ts";
import type { PiStatus } from "./PiStatus.ts";
import type { ReportBegin, ReportLoss, ReportOptions } from "./ReportSubscription.ts";
import { client, fake } from "./testing/daemons.ts";
import type { FakePigpiod } from "./testing/FakePigpiod.ts";

/** Everything a subscription says, and a way to wait for it. */
class Heard {
	readonly begins: ReportBegin[] = [];
	readonly reports: Report[] = [];
	readonly losses: ReportLoss[] = [];
	readonly order: string[] = [];
	ends = 0;
	probes = 0;
	#waiting: (() => void)[] = [];

	readonly options: ReportOptions = {
		bits: 0xffff_ffff,
		probeIntervalMs: 20,
		onBegin: (begin) => this.#note("begin", () => this.begins.push(begin)),
		onReports: (view, offset, count) => {
			for (let i = 0; i < count; i++) {
				const report = decodeReport(view, offset + i * REPORT_BYTES);
				if (report.flags === 0) this.#note(`report ${report.tick}`, () => this.reports.push(report));
			}
		},
		onLoss: (loss) => this.#note("loss", () => this.losses.push(loss)),
		onEnd: () => this.#note("end", () => this.ends++),
		onProbe: () => {
			this.probes++;
			this.#wake();
		},
	};

	/** Resolves when the condition holds after something was heard. */
	async until(condition: () => boolean): Promise<void> {
		while (!condition()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
	}

	#note(what: string, keep: () => void): void {
		keep();
		this.order.push(what);
		this.#wake();
	}

	#wake(): void {
		for (const resolve of this.#waiting.splice(0)) resolve();
	}
}

async function setup(options: PiOptions = {}, prepare: (daemon: FakePigpiod) => void = () => {}) {
	const daemon = await fake();
	prepare(daemon);
	const pi = client(daemon.port, options);
	await pi.connected();
	const heard = new Heard();
	const subscription = pi.transport.openReports(heard.options);
	await heard.until(() => heard.begins.length === 1);
	return { daemon, pi, heard, subscription };
}

describe("reports", () => {
	it("begin with the levels and the tick", async () => {
		const { daemon, heard } = await setup();
		expect(heard.begins).toEqual([{ epoch: 1, continues: false, tick: 1000, level: 0x8000_0010 }]);
		daemon.report(2000, 0x8000_0011);
		await heard.until(() => heard.reports.length === 1);
		expect(heard.reports[0]).toMatchObject({ tick: 2000, level: 0x8000_0011 });
	});

	it("arrive whole however the stream is split", async () => {
		const { daemon, heard } = await setup({}, (fake) => {
			fake.cutInto([1]);
		});
		for (let tick = 0; tick < 50; tick++) daemon.report(2000 + tick, tick);
		await heard.until(() => heard.reports.length === 50);
		expect(heard.reports.map(({ level }) => level)).toEqual(Array.from({ length: 50 }, (_, i) => i));
		expect(heard.losses).toEqual([]);
	});

	it("survive ones that a new handle inherits from the last owner of its slot", async () => {
		const { daemon, heard } = await setup({}, (fake) => {
			fake.script = ({ name }) => {
				if (name !== "openNotification") return undefined;
				const bytes = new Uint8Array(REPORT_BYTES + 16 + REPORT_BYTES);
				const view = new DataView(bytes.buffer);
				view.setUint16(2, 0x80 | 7, true);
				view.setUint32(REPORT_BYTES, 99, true);
				view.setUint16(REPORT_BYTES + 16, 0, true);
				view.setUint32(REPORT_BYTES + 16 + 4, 5000, true);
				return { bytes };
			};
		});
		await heard.until(() => heard.reports.length === 1);
		expect(heard.reports[0]).toMatchObject({ tick: 5000 });
		expect(daemon.names()).toContain("beginNotification");
	});

	it("say between which ticks some are missing", async () => {
		const { daemon, heard } = await setup();
		daemon.report(2000, 1);
		await heard.until(() => heard.reports.length === 1);
		daemon.report(9000, 0, 0, 5);
		await heard.until(() => heard.reports.length === 2);
		expect(heard.losses).toEqual([{ cause: "reportsLost", lost: 5, fromTick: 2000, toTick: 9000 }]);
		expect(heard.order).toEqual(["begin", "report 2000", "loss", "report 9000"]);
	});

	it("stay whole when sequence numbers wrap", async () => {
		const { daemon, heard } = await setup();
		for (let i = 0; i < 70_000; i++) daemon.report(2000 + i, i & 1);
		await heard.until(() => heard.reports.length === 70_000);
		expect(heard.losses).toEqual([]);
	});

	it("come back after a restart with a new epoch", async () => {
		const { daemon, heard, pi } = await setup();
		const { port } = daemon;
		await daemon.stop();
		await heard.until(() => heard.ends === 1);
		const next = await fake(port);
		pi.transport.retry();
		await heard.until(() => heard.begins.length === 2);
		expect(heard.begins[1]).toMatchObject({ epoch: 2, continues: false });
		next.report(7000, 3);
		await heard.until(() => heard.reports.length === 1);
		expect(heard.order).toEqual(["begin", "end", "begin", "report 7000"]);
	});

	it("begin a new epoch when the daemon's clock jumps back", async () => {
		const { daemon, heard } = await setup({}, (fake) => {
			fake.tick = 5_000_000;
		});
		await heard.until(() => heard.probes >= 1);
		daemon.tick = 20;
		await heard.until(() => heard.begins.length === 2);
		expect(heard.begins[1]).toMatchObject({ epoch: 2, continues: false, tick: 20 });
	});

	it("leave no connection behind when closed while they are being opened", async () => {
		const { daemon, pi } = await setup();
		const heard = new Heard();
		const late = pi.transport.openReports(heard.options);
		await new Promise<void>((resolve) => {
			daemon.script = ({ name }) => {
				if (name === "openNotification") resolve();
				return undefined;
			};
		});
		late.close();
		await daemon.waitForConnections(2);
		expect(heard.order).toEqual([]);
	});

	it("free their handle and end when closed", async () => {
		const { heard, subscription } = await setup();
		subscription.close();
		expect(heard.ends).toBe(1);
	});
});

/** The computer's clock, ten times as fast. */
const fastClock: Clock = {
	now: () => performance.now() * 10,
	after(ms, run) {
		const timer = setTimeout(run, ms / 10);
		return () => clearTimeout(timer);
	},
};

const becomes = (pi: Pi, kind: PiStatus["kind"]) =>
	new Promise<PiStatus>((resolve) => {
		pi.onStatus((status) => status.kind === kind && resolve(status));
	});

describe("the probe", () => {
	it("measures the report path again and again", async () => {
		const { heard } = await setup();
		await heard.until(() => heard.probes >= 3);
	});

	it("notices that reports have stopped although commands are answered", async () => {
		const { daemon, heard, pi } = await setup({ clock: fastClock });
		await heard.until(() => heard.probes >= 1);
		daemon.isReporting = false;
		daemon.tick = 10_000;
		daemon.report(10_000, 1);
		expect(await becomes(pi, "stalled")).toMatchObject({ cause: "reports" });
		expect(await pi.getVersion()).toBe(79);
		const live = becomes(pi, "live");
		daemon.report(90_010, 0);
		daemon.report(2_510_000, 1, 0x80 | 29);
		await live;
		expect(heard.losses).toEqual([{ cause: "stalled", fromTick: 10_000, toTick: 2_510_000 }]);
	});

	it("notices that nothing is answered, before the connection is given up", async () => {
		const { daemon, heard, pi } = await setup({ clock: fastClock });
		await heard.until(() => heard.probes >= 1);
		daemon.script = () => "hang";
		expect(await becomes(pi, "stalled")).toMatchObject({ cause: "silent" });
		expect(await becomes(pi, "disconnected")).toMatchObject({ cause: { code: "timeout" } });
	});
});

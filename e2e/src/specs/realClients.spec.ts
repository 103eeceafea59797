import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "../fixtures/test.ts";

const run = promisify(execFile);
const PIGS = "/usr/bin/pigs";
const PYTHON = "/usr/bin/python3";

const hasPythonPigpio = await run(PYTHON, ["-c", "import pigpio"]).then(
	() => true,
	() => false,
);

/** A real client that is missing skips the test with the reason, except in CI, where it must be there. */
function need(isThere: boolean, name: string): void {
	test.skip(!isThere && process.env["CI"] === undefined, `${name} is not installed`);
	expect(isThere, `${name} must be installed in CI`).toBe(true);
}

test("what pigs writes is seen in the page, and pigs reads what the page wrote", async ({
	app,
	simulator,
}) => {
	need(existsSync(PIGS), "pigpio-tools");
	const pigs = async (...args: string[]): Promise<string> =>
		(
			await run(PIGS, args, { env: { PIGPIO_PORT: String(simulator.port), PIGPIO_ADDR: "127.0.0.1" } })
		).stdout.trim();

	const { endTime } = await app.capture();
	await pigs("m", "20", "w", "w", "20", "1", "mics", "1000", "w", "20", "0");
	const edges = await app.waitForEdges(20, endTime, 2);
	expect(edges.slice(-2).map((edge) => edge.level)).toEqual([1, 0]);
	const [rise, fall] = edges.slice(-2);
	expect(fall!.time - rise!.time).toBeGreaterThanOrEqual(1000);

	await pigs("w", "20", "1");
	await app.waitForLevel(20, 1);
	expect(await pigs("r", "20")).toBe("1");
});

test("a python3-pigpio program with callbacks, PWM, a servo and a wave runs beside the page", async ({
	app,
	simulator,
}) => {
	need(hasPythonPigpio, "python3-pigpio");
	const { endTime } = await app.capture();
	const program = `
import pigpio, threading
pi = pigpio.pi("127.0.0.1", ${simulator.port})
assert pi.connected
seen = []
done = threading.Event()
def changed(gpio, level, tick):
    seen.append((level, tick))
    if len(seen) >= 8: done.set()
pi.set_mode(25, pigpio.OUTPUT)
callback = pi.callback(25, pigpio.EITHER_EDGE, changed)
pi.wave_clear()
pi.wave_add_generic([pigpio.pulse(1 << 25, 0, 500), pigpio.pulse(0, 1 << 25, 1500)] * 4)
wave = pi.wave_create()
pi.wave_send_once(wave)
assert done.wait(10), seen
callback.cancel()
highs = [pigpio.tickDiff(seen[i][1], seen[i + 1][1]) for i in range(len(seen) - 1) if seen[i][0] == 1]
print("highs", *highs)
pi.set_PWM_frequency(13, 1000)
print("frequency", pi.get_PWM_frequency(13))
pi.set_PWM_dutycycle(13, 64)
pi.set_servo_pulsewidth(26, 1500)
pi.stop()
`;
	const { stdout } = await run(PYTHON, ["-c", program]);
	expect(stdout).toContain("frequency 1000");

	const wave = await app.waitForEdges(25, endTime, 8);
	for (let i = 0; i + 1 < 8; i += 2)
		expect(Math.abs(wave[i + 1]!.time - wave[i]!.time - 500)).toBeLessThanOrEqual(5);

	// Others may have used these before the program did.
	const begin = wave[7]!.time;
	const pwm = await app.waitForEdges(13, begin, 6);
	const rises = pwm.filter((edge) => edge.level === 1);
	expect(rises[1]!.time - rises[0]!.time).toBe(1000);

	const servo = await app.waitForEdges(26, begin, 4);
	// The first pulse begins as the pin was left by others, high or low.
	const fall = servo.findIndex((edge) => edge.level === 0);
	const start = servo.findIndex((edge, index) => index > fall && edge.level === 1);
	expect(servo[start + 1]!.time - servo[start]!.time).toBe(1500);
});

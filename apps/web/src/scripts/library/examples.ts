/** A script to begin with. Its comments say what its parameters are for, and what they are at first. */
export interface ScriptExample {
	readonly name: string;
	/** What it does, in one line. */
	readonly summary: string;
	readonly text: string;
}

/** Examples, the simplest first. GPIO 13 has the LED of the default bench, GPIO 17 its button. */
export const scriptExamples: readonly ScriptExample[] = [
	{
		name: "Blink",
		summary: "An LED goes on and off a number of times",
		text: `# An LED goes on and off. Comments stay here: pigpiod gets the steps alone.
# p0 = 13 GPIO of the LED
# p1 = 250 Milliseconds on, and as many off
# p2 = 40 Times that are left

tag 1
  w p0 1
  mils p1
  w p0 0
  mils p1
  dcr p2      # one less; the flags follow
  jnz 1       # until none are left
`,
	},
	{
		name: "Follow a button",
		summary: "An LED shows the level of an input, and presses are counted",
		text: `# An LED shows the level of an input. The script waits, so it costs nothing meanwhile.
# p0 = 17 GPIO of the button
# p1 = 13 GPIO of the LED
# p9 Changes so far

lda 1
rla p0        # the input's bit
sta v0
ld p9 0
tag 1
  r p0
  sta v1
  w p1 v1
  wait v0     # until it changes
  inr p9
  jmp 1
`,
	},
	{
		name: "Breathe",
		summary: "An LED grows bright and dark again by PWM",
		text: `# An LED grows bright and dark again, until the script is stopped.
# p0 = 13 GPIO of the LED
# p1 = 8 Milliseconds for each of 255 steps

tag 1
  ld v0 0
tag 2
  p p0 v0
  mils p1
  inr v0
  lda v0
  cmp 255
  jm 2
tag 3
  p p0 v0
  mils p1
  dcr v0
  jp 3
  jmp 1
`,
	},
	{
		name: "Sweep a servo",
		summary: "A servo goes to and fro between two widths",
		text: `# A servo goes to and fro until the script is stopped.
# p0 = 26 GPIO of the servo
# p1 = 1000 Least width in µs
# p2 = 2000 Greatest width in µs
# p3 = 10 µs a step, every 20 ms

tag 1
  ld v0 p1
tag 2
  s p0 v0
  mils 20
  lda v0
  add p3
  sta v0
  cmp p2
  jm 2
tag 3
  s p0 v0
  mils 20
  lda v0
  sub p3
  sta v0
  cmp p1
  jp 3
  jmp 1
`,
	},
	{
		name: "Measure a pulse",
		summary: "How long an input is high, in microseconds, again and again",
		text: `# How long an input is high, as a script sees it: some 10 µs exact. Variables cannot be read from outside,
# so what is to be seen goes into a parameter.
# p0 = 17 GPIO of the input
# p8 Pulses so far
# p9 Length of the last one in µs

lda 1
rla p0
sta v0        # the input's bit
ld p8 0
tag 1
  wait v0
  r p0
  jz 1        # it fell
  t
  sta v1      # when it rose
tag 2
  wait v0
  r p0
  jnz 2
  t
  sub v1
  sta p9
  inr p8
  jmp 1
`,
	},
	{
		name: "Time limit",
		summary: "Switches an output off again by itself, even when nobody is connected any more",
		text: `# An output is on as long as p1 says, then goes off, whoever is connected. Run it again to start anew.
# p0 = 13 GPIO of the output
# p1 = 10 Seconds

w p0 1
tag 1
  mils 1000
  dcr p1
  jnz 1
w p0 0
`,
	},
];

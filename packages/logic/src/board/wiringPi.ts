/** GPIO of each wiringPi number on boards since the second B. */
const gpios: readonly number[] = [
	17, 18, 27, 22, 23, 24, 25, 4, 2, 3, 8, 7, 10, 9, 11, 14, 15, 28, 29, 30, 31, 5, 6, 13, 19, 26, 12, 16, 20,
	21, 0, 1,
];

/** On the first B the lines of pins 3, 5 and 13 had other GPIO numbers, but the same wiringPi ones. */
const firstBoard: Readonly<Record<number, number>> = { 0: 2, 1: 3, 21: 27 };

/** wiringPi's number of a GPIO; undefined for those it does not number. */
export function wiringPiNumber(gpio: number, firstB: boolean): number | undefined {
	const index = gpios.indexOf(firstB ? (firstBoard[gpio] ?? gpio) : gpio);
	return index < 0 ? undefined : index;
}

/** GPIO of a wiringPi number; undefined for numbers that wiringPi does not give on that board. */
export function gpioOfWiringPiNumber(number: number, firstB: boolean): number | undefined {
	const gpio = gpios[number];
	if (gpio === undefined || !firstB) return gpio;
	const onFirstBoard = Object.entries(firstBoard).find(([, usual]) => usual === gpio)?.[0];
	const found = onFirstBoard === undefined ? gpio : Number(onFirstBoard);
	// Numbers above 16 came later, when the GPIOs that they stand for had other numbers on this board.
	return wiringPiNumber(found, true) === number ? found : undefined;
}

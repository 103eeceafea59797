/** Who decides which files can be reached, and how to permit some. */
export function AccessHelp() {
	return (
		<>
			<p>
				pigpiod runs as root, so it opens only what <code className="mono">/opt/pigpio/access</code> on the Pi
				permits. Each line of it is a pattern and r (read), w (write), u (both) or n (neither); the most exact
				one counts.
			</p>
			<p>
				Example: <code className="mono">/home/pi/shared/* u</code>
			</p>
		</>
	);
}

export function CaptureControls() {
	return null;
}

import { Menu, Tooltip, UnstyledButton } from "@mantine/core";
import { ChevronDown, Repeat } from "lucide-react";
import { useStore } from "zustand";
import { ActionKeys } from "../../actions/ActionKeys.tsx";
import { shownStore } from "../../bridge/index.ts";
import { IconButton } from "../../widgets/IconButton.tsx";
import { playFaster, playReal, playSlower } from "../actions/mode.ts";
import { timeText } from "../currentZero.ts";
import { useBeat } from "../inspector/useBeat.ts";
import { scopeStore } from "../scopeStore.ts";
import { PLAY_SPEEDS, speedText } from "../view/playback.ts";
import styles from "./PlayControls.module.css";
import { playSpeed, playStore, setSpeed } from "./playStore.ts";

/** Speed, loop and position of play-back. */
export function PlayControls() {
	const loop = useStore(playStore, (state) => state.loop);
	return (
		<div className={styles["controls"]}>
			<SpeedMenu />
			<IconButton
				icon={Repeat}
				size="xs"
				label="Loop: at the end, play what is marked again, or all"
				active={loop}
				onClick={() => playStore.setState({ loop: !loop })}
			/>
			<Position />
		</div>
	);
}

function SpeedMenu() {
	const speed = useStore(playStore, playSpeed);
	return (
		<Menu position="bottom-start" width={120}>
			<Menu.Target>
				<Tooltip
					label={
						<>
							Speed: <ActionKeys action={playFaster} /> doubles, <ActionKeys action={playSlower} /> halves,{" "}
							<ActionKeys action={playReal} /> 1×
						</>
					}
				>
					<UnstyledButton className={styles["speed"]} aria-label={`Speed ${speedText(speed)}`}>
						{speedText(speed)}
						<ChevronDown size={12} />
					</UnstyledButton>
				</Tooltip>
			</Menu.Target>
			<Menu.Dropdown className={styles["speeds"] ?? ""}>
				{PLAY_SPEEDS.map((one, index) => (
					<Menu.Item key={one} data-checked={one === speed || undefined} onClick={() => setSpeed(index)}>
						{speedText(one)}
					</Menu.Item>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}

/** The moment in the middle of the view, which is the one that passes. */
function Position() {
	const text = useBeat(() => {
		const { position } = playStore.getState();
		return position === undefined ? "–" : timeText(position);
	}, [playStore, shownStore, scopeStore]);
	return (
		<span className={styles["position"]} title="Time in the middle of the view">
			{text}
		</span>
	);
}

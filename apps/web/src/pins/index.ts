import { CircuitBoard } from "lucide-react";
import type { ViewDefinition } from "../frame/viewDefinition.ts";

export const pinsView: ViewDefinition = { id: "pins", label: "Pins", icon: CircuitBoard, Main: () => null };

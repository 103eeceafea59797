import { Activity } from "lucide-react";
import type { ViewDefinition } from "../frame/viewDefinition.ts";

export const scopeView: ViewDefinition = { id: "scope", label: "Scope", icon: Activity, Main: () => null };

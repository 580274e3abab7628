import { nearest } from "./nearest.ts";
import type { Plan } from "./plan.ts";
import { type PlanProblem, planProblem } from "./plan-problem.ts";

/** node-cron takes an unknown zone in silence, so it is refused here. */
function timeZoneProblems(timeZone: string): PlanProblem[] {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return [];
  } catch {
    const near = nearest(timeZone, Intl.supportedValuesOf("timeZone"));
    return [planProblem(["time_zone"], "unknown_time_zone", { typed: timeZone, nearest: near })];
  }
}

/** Each stage must come after the one before it; the due day itself stands between eve and overdue. */
function stageProblems({ calendar: { stages } }: Plan): PlanProblem[] {
  const days = [
    ["reminder", stages.reminder],
    ["eve", stages.eve],
    ["due", 0],
    ["overdue", stages.overdue],
    ["escalation", stages.escalation],
  ] as const;
  return days.flatMap(([after, day], index) => {
    const earlier = days[index - 1];
    if (earlier === undefined || earlier[1] < day) return [];
    const named = after === "due" ? earlier[0] : after;
    const data = { before: earlier[0], after };
    return [planProblem(["calendar", "stages", named], "stages_out_of_order", data)];
  });
}

function hourProblems({ calendar: { hours, digest } }: Plan): PlanProblem[] {
  const { from, to } = hours;
  if (from >= to) return [planProblem(["calendar", "hours"], "hours_out_of_order", { from, to })];
  if (digest.hour >= from && digest.hour < to) return [];
  return [
    planProblem(["calendar", "digest", "hour"], "digest_outside_hours", { hour: digest.hour, from, to }),
  ];
}

/** What is wrong in the plan's time zone, stages and hours. */
export function calendarProblems(plan: Plan): PlanProblem[] {
  return [...timeZoneProblems(plan.timeZone), ...stageProblems(plan), ...hourProblems(plan)];
}

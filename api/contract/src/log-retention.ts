/** For how many days the logged requests of a tenant are kept, by its plan. */
import type { Plan } from './staff-shapes.ts'

export const logDaysKept = {
  free: 30,
  growth: 90,
  enterprise: 365,
} as const satisfies Readonly<Record<Plan, number>>

const longest = Math.max(...Object.values(logDaysKept))

/** On a plan that is not known here nothing is forgotten before its time. */
export const logDaysKeptOn = (plan: string): number =>
  Object.entries(logDaysKept).find(([name]) => name === plan)?.[1] ?? longest

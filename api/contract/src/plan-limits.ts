/** What a plan lets the servers and pages of a tenant ask together, over all of its apps and keys. */
import type { Plan } from './staff-shapes.ts'

const perMinute: Readonly<Record<Plan, number>> = {
  free: 6000,
  growth: 30_000,
  enterprise: 120_000,
}

/** Requests a minute on that plan; on one that nobody knows, as on the smallest. */
export function requestsPerMinuteOn(plan: string): number {
  return new Map(Object.entries(perMinute)).get(plan) ?? perMinute.free
}

/** On the largest. */
export const planRequestsMax = perMinute.enterprise

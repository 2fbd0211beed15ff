import type { SpokenBefore } from './change.ts'

/** Several changes of one operation as one: requests pass them from old to new, answers back again. */
export function composed(steps: readonly SpokenBefore[]): SpokenBefore | undefined {
  if (steps.length === 0) return undefined
  const back = steps.toReversed()
  return {
    body: (body) => steps.reduce((now, step) => step.body?.(now) ?? now, body),
    query: (query) => steps.reduce((now, step) => step.query?.(now) ?? now, query),
    reply: (reply) => back.reduce((now, step) => step.reply?.(now) ?? now, reply),
    refusal: (document) => back.reduce((now, step) => step.refusal?.(now) ?? now, document),
  }
}

import type { Foundation } from '../foundation/index.ts'
import type { RequestInfo } from '../scope/index.ts'

/**
 * What time it is for one request. With `SONAQOR_TEST_CLOCK=1`, and never else, a caller may say it
 * (`sonaqor-now: <instant>`), so that a history can be made through the real front door.
 */
export function timeOf({ config, clock }: Foundation, request: RequestInfo): () => Date {
  const told = config.testClock ? request.header('sonaqor-now') : null
  const moment = told === null ? Number.NaN : Date.parse(told)
  return Number.isNaN(moment) ? () => clock.now() : () => new Date(moment)
}

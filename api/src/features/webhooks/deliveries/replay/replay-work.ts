/** A replay as work that people see: it puts a little in line at a time, no faster than it was asked to. */
import { z } from 'zod'
import type { Scope } from '../../../../core/scope/index.ts'
import { WorkFailed, type Step, type Task, type Work } from '../../../jobs/index.ts'
import { findRows, type EndpointRow } from '../../endpoints/endpoints.store.ts'
import { wakeLane } from '../../lanes/lanes.store.ts'
import { whyNot } from '../require-active.ts'
import { countReplayed } from './counting.ts'
import { ReplayParams, spanOf } from './replay-params.ts'
import { putInLine } from './replay.store.ts'
import { replayedAfter } from './replayed.view.ts'

const Place = z.object({
  /** Behind which the next ones stand. */
  after: z.string().nullable(),
  /** So many were put in line, and are sent whatever becomes of the replay. */
  done: z.number(),
  total: z.number().nullable(),
  /** When the next one may be due. */
  dueAt: z.number(),
  isWhole: z.boolean(),
  /** And the last one was due. */
  isOver: z.boolean().default(false),
})
type Place = z.output<typeof Place>

/** So much stands in line ahead of its time; who cancels has no more than that sent. */
const aheadMs = 2000
const restMs = 500
const lotMax = 1000

export const replayKind = { kind: 'replays', params: ReplayParams } as const

export const replayWork: Work<ReplayParams, Place> = {
  ...replayKind,
  place: Place,
  async step(scope, task) {
    if (task.place?.isWhole) return end(scope, task, task.place)
    const endpoint = await requireGoing(scope, task.params.endpointId)
    return task.place === null
      ? count(scope, endpoint, task)
      : put(scope, endpoint, task, task.place)
  },
}

/** Who pauses an endpoint has what is replayed to it wait as well: it can be resumed. */
async function requireGoing(scope: Scope, id: string): Promise<EndpointRow> {
  const [endpoint] = await findRows(scope, [id])
  const why = endpoint ? whyNot(endpoint) : 'The endpoint was deleted.'
  if (!endpoint || why !== null) throw new WorkFailed('endpoint-stopped', why ?? '')
  return endpoint
}

async function count(
  scope: Scope,
  endpoint: EndpointRow,
  { id, params }: Task<ReplayParams, Place>,
): Promise<Step<Place>> {
  const { deliveries, isAtLeast } = await countReplayed(scope, endpoint, spanOf(params, id))
  const total = isAtLeast ? null : deliveries
  const place = { after: null, done: 0, total, dueAt: 0, isWhole: false, isOver: false }
  return { place, stage, done: 0, total }
}

/** It is done when the last one was due, and not when that was put in line. */
async function end(
  scope: Scope,
  { params }: Task<ReplayParams, Place>,
  place: Place,
): Promise<Step<Place>> {
  if (place.isOver) return { result: { deliveries: place.done } }
  const leftMs = place.dueAt - scope.now().getTime()
  if (leftMs > 0) {
    await requireGoing(scope, params.endpointId)
    return { ...further(scope, params, place), restMs: Math.min(leftMs, restMs) }
  }
  return further(scope, params, { ...place, isOver: true })
}

async function put(
  scope: Scope,
  endpoint: EndpointRow,
  { id, params }: Task<ReplayParams, Place>,
  place: Place,
): Promise<Step<Place>> {
  const { perSecond } = params
  const now = scope.now().getTime()
  const begins = Math.max(now, place.dueAt)
  const room = Math.floor(((now + aheadMs - begins) * perSecond) / 1000)
  if (room < 1) return { ...further(scope, params, place), restMs }
  const lot = { after: place.after, bound: Math.min(room, lotMax) }
  const { rows, next } = await replayedAfter(scope, endpoint, spanOf(params, id), lot)
  const dueAt = (nth: number) => begins + (nth * 1000) / perSecond
  const due = rows.map((row, nth) => Object.assign({ dueAt: new Date(dueAt(nth)) }, row))
  const done = place.done + (await putInLine(scope, endpoint, id, due))
  const { environment } = endpoint
  if (due.length > 0) {
    await wakeLane(scope, { endpointId: endpoint.id, environment, dueAt: new Date(begins) })
  }
  return further(scope, params, {
    ...place,
    after: next ?? place.after,
    done,
    dueAt: dueAt(rows.length),
    isWhole: next === null,
  })
}

const stage = 'replaying'

/** Said to be done is what was due: what is put in line ahead of its time would make it seem faster than it is. */
function further(scope: Scope, { perSecond }: ReplayParams, place: Place) {
  const aheadOfNow = Math.max(0, place.dueAt - scope.now().getTime())
  const ahead = Math.ceil((aheadOfNow * perSecond) / 1000)
  return { place, stage, done: Math.max(0, place.done - ahead), total: place.total }
}

/**
 * How many files are on their way at once: so many to one who asks and to one tenant, over all processes, so
 * that however slowly theirs are taken, there are places for all others.
 */
import type { Principal } from '../../access/index.ts'
import type { Leave, Places } from '../../limits/index.ts'
import { Problem } from '../../problems/index.ts'

export interface FilesAtOnce {
  /** Of the whole process: each holds a piece of its file in memory, and no connection to the database. */
  readonly all: number
  readonly byTenant: number
  readonly byOne: number
}

export const filesAtOnce: FilesAtOnce = { all: 32, byTenant: 8, byOne: 4 }

/** Takes a place for a file, and says how to give it back; refuses where there is none. */
export type TakeFilePlace = (whose: Principal) => Promise<Leave>

const retryAfterSeconds = 5

export function createFilePlaces(
  places: Places,
  { all, byTenant, byOne }: FilesAtOnce,
): TakeFilePlace {
  let here = 0
  return async ({ tenantId, kind, id }) => {
    if (here >= all) {
      throw new Problem('overloaded', {
        detail: 'Too many files are being sent at once.',
        retryAfterSeconds,
      })
    }
    here += 1
    const held: Leave[] = [() => (here -= 1)]
    const leave = () => {
      for (const one of held.splice(0)) one()
    }
    const tenant = `tenant ${tenantId}`
    try {
      for (const [subject, most] of [
        [`${tenant} ${kind} ${id}`, byOne],
        [tenant, byTenant],
      ] as const) {
        const place = await places.take({ of: 'files', subject, most })
        if (!place) throw tooMany(byOne, byTenant)
        held.push(place)
      }
    } catch (error) {
      leave()
      throw error
    }
    return leave
  }
}

const tooMany = (byOne: number, byTenant: number) =>
  new Problem('quota-exceeded', {
    detail: `At most ${byOne} files are sent to one at once, and ${byTenant} to a tenant. Wait for one of them.`,
    retryAfterSeconds,
  })

/**
 * How many files are on their way at once: so many to one who asks and to one tenant, so that however
 * slowly theirs are taken, there are places for all others.
 */
import type { Principal } from '../../access/index.ts'
import { Problem } from '../../problems/index.ts'

export interface FilesAtOnce {
  /** Of the whole process: each holds a piece of its file in memory, and no connection to the database. */
  readonly all: number
  readonly byTenant: number
  readonly byOne: number
}

export const filesAtOnce: FilesAtOnce = { all: 32, byTenant: 8, byOne: 4 }

/** Takes a place for a file, and says how to give it back; refuses where there is none. */
export type TakeFilePlace = (whose: Principal) => () => void

const retryAfterSeconds = 5

export function createFilePlaces({ all, byTenant, byOne }: FilesAtOnce): TakeFilePlace {
  const open = new Map<string, number>()
  const count = (name: string, by: number) => {
    const left = (open.get(name) ?? 0) + by
    if (left === 0) open.delete(name)
    else open.set(name, left)
  }
  const isFree = (name: string, most: number) => (open.get(name) ?? 0) < most
  return ({ tenantId, kind, id }) => {
    const tenant = `tenant ${tenantId}`
    const one = `${tenant} ${kind} ${id}`
    if (!isFree('all', all)) {
      throw new Problem('overloaded', {
        detail: 'Too many files are being sent at once.',
        retryAfterSeconds,
      })
    }
    if (!isFree(one, byOne) || !isFree(tenant, byTenant)) {
      throw new Problem('quota-exceeded', {
        detail: `At most ${byOne} files are sent to one at once, and ${byTenant} to a tenant. Wait for one of them.`,
        retryAfterSeconds,
      })
    }
    const names = ['all', tenant, one]
    for (const name of names) count(name, 1)
    let isHeld = true
    return () => {
      if (isHeld) for (const name of names) count(name, -1)
      isHeld = false
    }
  }
}

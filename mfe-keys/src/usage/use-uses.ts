import type { KeyUsage } from '@sonaqor/contract/key-usage'
import type { Key } from '@sonaqor/contract/keys'
import { keepPreviousData, useModule, useQuery } from '@sonaqor/module'
import { useEffect, useEffectEvent } from 'react'

export type UsedKey = KeyUsage['keys'][number]
export type Uses = ReadonlyMap<string, UsedKey>

/** As many as one call may name. */
const namedAtMost = 100
const everyMinute = 60_000

/**
 * What was asked with the keys in view, read behind the list and in one call: nobody waits for it, and a
 * list without it is as good as before. Only who has asked for hundreds of rows needs another call.
 */
export function useUses(
  keys: readonly Key[] | undefined,
  isWanted: boolean,
  openKey: string | undefined,
): Uses | undefined {
  const { api } = useModule()
  const ids = (keys ?? []).map(({ id }) => id).toSorted()
  const { data, refetch } = useQuery({
    queryKey: ['keys', 'uses', ids],
    queryFn: async () => {
      const lots = Array.from({ length: Math.ceil(ids.length / namedAtMost) }, (_, lot) =>
        ids.slice(lot * namedAtMost, (lot + 1) * namedAtMost),
      )
      const answers = await Promise.all(
        lots.map((lot) => api.keys.usage({ query: { keyIds: lot.join(',') } })),
      )
      return answers.flatMap((answer) => answer.keys)
    },
    select: byId,
    enabled: isWanted && ids.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: everyMinute,
  })
  // What is told of the key that is opened is read at that moment, and so is what stands behind it.
  const readAgain = useEffectEvent(() => {
    if (data && isWanted) void refetch()
  })
  useEffect(() => {
    if (openKey) readAgain()
  }, [openKey])
  return data
}

/** The key with its last use from the answer that counts its requests, unless it was read after that. */
export function asUsed(key: Key, uses: Uses | undefined): Key {
  const lastUsedAt = uses?.get(key.id)?.lastUsedAt
  return lastUsedAt && isLater(lastUsedAt, key.lastUsedAt) ? { ...key, lastUsedAt } : key
}

export const isLater = (one: string, other: string | null): boolean =>
  other === null || Date.parse(one) > Date.parse(other)

const byId = (keys: readonly UsedKey[]): Uses => new Map(keys.map((key) => [key.id, key]))

import type { Key } from '@sonaqor/contract/keys'
import { useModule, useQuery, useQueryClient, useReadAgain, useWrite } from '@sonaqor/module'
import { useEffect, useEffectEvent } from 'react'
import { ofKey } from '../key/of-key.ts'
import { rotationOf, whileRotatingMs } from './rotation-of.ts'

/** Who uses which secret of a key, read again by itself; with the old secret's end the key is read, too. */
export function useRotation(key: Key) {
  const { api } = useModule()
  const readAgain = useReadAgain('keys')
  const rotation = useQuery({
    ...rotationOf(key, api),
    refetchInterval: whileRotatingMs,
  })
  const isOver = rotation.data?.because === 'no-overlap'
  const ended = useEffectEvent(() => void readAgain())
  useEffect(() => {
    if (isOver) ended()
  }, [isOver])
  return rotation
}

/** Ends the old secret of a key before its time. */
export function useEndingOverlap(onEnded: (key: Key) => void) {
  const { api } = useModule()
  const queries = useQueryClient()
  return useWrite({
    areas: ['keys'],
    write: ({ id, revision }: Key) => api.keys.endOverlap({ params: { id }, ifMatch: revision }),
    // Its question goes with the old secret, so that nobody else would say what has happened.
    onSuccess: (key) => {
      onEnded(key)
      queries.setQueryData(ofKey(key.id), key)
    },
  })
}

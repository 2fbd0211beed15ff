import { useModule } from '@sonaqor/module'
import { useEffect } from 'react'
import { createLooks, type Looks, type Rank } from './looks.ts'

/** One line of waiting for each view, by the client that it asks with. */
const lines = new WeakMap<object, Looks>()

function lineOf(asker: object): Looks {
  const line = lines.get(asker) ?? createLooks()
  lines.set(asker, line)
  return line
}

/**
 * Lets a reading of the logs wait for its turn. Once its question is out of view it is not asked any more;
 * what was sent already counts until it is answered, for the server looks on until then.
 */
export function useLook(rank: Rank, question: unknown) {
  const { api } = useModule()
  const line = lineOf(api)
  const written = `${rank} ${JSON.stringify(question)}`
  // In front of the reading that it is of, which begins in an effect of its own.
  useEffect(() => line.want(written), [line, written])
  return <Found>(ask: () => Promise<Found>) => line.take(rank, written, ask)
}

/**
 * Statements that open requests. They travel in one message with the beginning of a transaction, and such a
 * message is parsed and planned anew each time; what is prepared on its connection is not, which costs
 * PostgreSQL less than half of it.
 */
import type { PoolClient } from 'pg'
import type { Literal } from './db.ts'
import { literal } from './literal.ts'

export interface Opening {
  /** With its values as $1, $2 and so on. There are few of these texts: a value never stands in one. */
  readonly text: string
  readonly values: readonly Literal[]
}

const names = new Map<string, string>()
const preparedOn = new WeakMap<PoolClient, Set<string>>()

export interface Executed {
  /** What stands in the message: first what is not prepared yet, then the statements in their order. */
  readonly statements: readonly string[]
  /** Whether one of them was prepared there before. */
  readonly isKnown: boolean
  /** Called when the message was answered. */
  done(): void
}

export function executed(client: PoolClient, openings: readonly Opening[]): Executed {
  const known = preparedOn.get(client) ?? new Set<string>()
  const fresh = openings.filter(({ text }) => !known.has(text))
  return {
    statements: [
      ...fresh.map(({ text }) => `prepare ${nameOf(text)} as ${text}`),
      ...openings.map(({ text, values }) => `execute ${nameOf(text)}${given(values)}`),
    ],
    isKnown: fresh.length < openings.length,
    done: () => {
      if (fresh.length === 0) return
      for (const { text } of fresh) known.add(text)
      preparedOn.set(client, known)
    },
  }
}

function nameOf(text: string): string {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = `opening_${names.size}`
  names.set(text, name)
  return name
}

const given = (values: readonly Literal[]) =>
  values.length === 0 ? '' : `(${values.map(literal).join(', ')})`

/** Of a plan whose result a migration has changed, and of a statement that is not there. */
const stale = new Set<unknown>(['0A000', '26000'])

/** Whether it failed only because of what its connection had prepared; another one knows better. */
export const isStale = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && stale.has(error.code)

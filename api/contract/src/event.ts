/**
 * Something that happened, in the past tense. `ref` holds ids, and what says whom it concerns, and goes to open screens, which
 * read again what they may see; `data` is the public snapshot that webhooks carry.
 */
import type { z } from 'zod'
import type { Scope } from './access.ts'

/**
 * Whom an event concerns, of those who hold its scope: nobody else is told that it happened. What stands
 * in `ref` says it, so that each process knows without asking.
 */
export interface Whose<Field extends string = string> {
  /** Names the field of `ref` with the id of whoever it concerns. */
  readonly id: Field
  /** Names the field with a scope: whoever holds that one is concerned as well. */
  readonly orScope?: Field
}

type FieldOf<Ref extends z.ZodType> = keyof z.output<Ref> & string

export interface EventType<
  Name extends string = string,
  Ref extends z.ZodType = z.ZodType,
  Data extends z.ZodType = z.ZodType,
> {
  readonly name: Name
  /**
   * What it takes to hear of it; whoever lacks the scope is not told that it happened. `member` is any
   * signed-in member, and neither a key nor a partner's page.
   */
  readonly scope: Scope | 'member'
  readonly ref: Ref
  readonly data: Data
  /** Left out where everybody who holds the scope is concerned. */
  readonly whose?: Whose | undefined
}

export function event<const Name extends string, Ref extends z.ZodType, Data extends z.ZodType>(
  name: Name,
  scope: Scope | 'member',
  ref: Ref,
  data: Data,
  whose?: Whose<FieldOf<Ref>>,
): EventType<Name, Ref, Data> {
  return { name, scope, ref, data, whose }
}

/**
 * Something that happened, in the past tense. `ref` holds ids alone and goes to open screens, which
 * read again what they may see; `data` is the public snapshot that webhooks carry.
 */
import type { z } from 'zod'
import type { Scope } from './access.ts'

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
}

export function event<const Name extends string, Ref extends z.ZodType, Data extends z.ZodType>(
  name: Name,
  scope: Scope | 'member',
  ref: Ref,
  data: Data,
): EventType<Name, Ref, Data> {
  return { name, scope, ref, data }
}

/** What a wished session becomes: never more than its key may, and nothing that nobody knows. */
import type { Scope as ScopeName } from '@sonaqor/contract/access'
import type { embeds } from '@sonaqor/contract/embeds'
import type { InputOf } from '@sonaqor/contract/endpoint'
import type { KeyPrincipal } from '../../core/access/index.ts'
import { Problem, type FieldError } from '../../core/problems/index.ts'
import type { Scope } from '../../core/scope/index.ts'
import { findApp } from '../apps/index.ts'
import { knownViews } from '../releases/index.ts'
import type { NewSession } from './embeds.store.ts'

export type Wish = InputOf<typeof embeds.createSession>['body']

/** The session that a key may open, or a refusal that names every field that cannot be. */
export async function grantedSession(
  scope: Scope,
  key: KeyPrincipal,
  wish: Wish,
): Promise<NewSession> {
  const [appId = ''] = key.appIds
  const [environment] = key.environments
  if (!environment) throw new Problem('forbidden', { detail: 'The key reaches no environment.' })
  refuseMore(key, wish.scopes)
  const app = await findApp(scope, appId)
  const onlyReads = !wish.user || wish.filters !== undefined
  const scopes = onlyReads ? wish.scopes.filter(isReading) : wish.scopes
  refuseAny([
    ...strangers('views', wish.views, await knownViews(scope), 'is a view of no module'),
    ...strangers(
      'origins',
      wish.origins,
      app?.origins ?? [],
      'is not a registered origin of the app',
    ),
    ...(scopes.length > 0 ? [] : [wish.filters ? filtersRead : userNeeded]),
  ])
  return {
    id: scope.newId(),
    environment,
    appId,
    keyId: key.id,
    secretNumber: key.secretNumber,
    views: distinct(wish.views),
    scopes: distinct(scopes),
    origins: distinct(wish.origins),
    user: wish.user,
    filters: wish.filters,
    expiresAt: new Date(scope.now().getTime() + wish.minutes * 60_000),
  }
}

const isReading = (scope: ScopeName) => scope.endsWith(':read')
const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]

const userNeeded: FieldError = {
  pointer: '#/user',
  detail: 'is needed, for without a user the session can only read',
}

/** What a page does lasts longer than its session, and knows nothing of the lock. */
const filtersRead: FieldError = {
  pointer: '#/filters',
  detail: 'leave no scope, for a session with filters can only read',
}

function refuseMore(key: KeyPrincipal, scopes: readonly ScopeName[]): void {
  const lacking = scopes.find((wanted) => !key.scopes.has(wanted))
  if (!lacking) return
  throw new Problem('forbidden', {
    detail: `A session can do no more than its key, which lacks ${lacking}.`,
    scope: lacking,
  })
}

function strangers(
  field: string,
  values: readonly string[],
  known: readonly string[],
  detail: string,
): FieldError[] {
  return values.flatMap((value, index) =>
    known.includes(value) ? [] : [{ pointer: `#/${field}/${index}`, detail }],
  )
}

function refuseAny(errors: readonly FieldError[]): void {
  if (errors.length === 0) return
  throw new Problem('invalid', { detail: 'The session cannot be opened like this.', errors })
}
